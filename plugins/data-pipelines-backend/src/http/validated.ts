import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { error as refusals, middleware } from 'express-openapi-validator';
import { Operation } from '../schema/Operation';
import { openApi } from '../schema/openApi';
import { explain, RequestProblem } from './explain';

/** What the validator leaves at a request of a route that the document has. */
interface Validated extends express.Request {
  openapi?: { schema?: Operation };
}

/**
 * Stands before all routes: lets through what the OpenAPI document allows,
 * with lists as lists and numbers as numbers, and tells everybody else what is
 * wrong. Serves the document, where Backstage looks for it.
 */
export function createValidatedRouter(): express.Router {
  const router = Router();
  router.get('/openapi.json', (request, response) => {
    const prefix = request.baseUrl;
    response.json({
      ...openApi,
      servers: [{ url: '/' }],
      paths: Object.fromEntries(
        Object.entries(openApi.paths).map(([path, item]) => [
          `${prefix}${path}`,
          item,
        ]),
      ),
    });
  });
  router.use(express.json({ limit: '100kb' }));
  router.use(
    middleware({
      apiSpec: asMounted(),
      useRequestUrl: true,
      ignoreUndocumented: true,
      validateResponses: false,
      validateSecurity: false,
      validateRequests: {
        coerceTypes: false,
        allowUnknownQueryParameters: false,
      },
    }),
  );
  router.use(sayWhatIsAllowed);
  return router;
}

type ApiSpec = Parameters<typeof middleware>[0]['apiSpec'];

/** Requests come without the path that the plugin is mounted at. */
function asMounted(): ApiSpec {
  // The validator resolves references in place, and knows no readonly lists.
  const copy: unknown = structuredClone({
    ...openApi,
    servers: [{ url: '/' }],
  });
  return copy as ApiSpec;
}

function sayWhatIsAllowed(
  error: Error,
  request: Validated,
  _response: express.Response,
  next: express.NextFunction,
) {
  if (error instanceof refusals.UnsupportedMediaType) {
    next(
      new InputError(
        'Send JSON, with the header Content-Type: application/json',
      ),
    );
  } else if (error instanceof refusals.BadRequest) {
    next(new InputError(sentence(error.errors, request)));
  } else {
    next(error);
  }
}

function sentence(
  problems: readonly RequestProblem[],
  { openapi, query, params, body }: Validated,
): string {
  const places: Record<string, unknown> = { query, path: params, params, body };
  const valueAt = (path: readonly string[]) =>
    path.reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? Reflect.get(value, name)
          : undefined,
      places,
    );
  const parameters = openapi?.schema?.parameters ?? [];
  return problems
    .map(problem => explain(problem, parameters, valueAt))
    .join('. ');
}

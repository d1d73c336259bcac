import {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  JobChangeQuestion,
  previewCreatePermission,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { Previews } from '../preview/createPreviews';
import { readForm } from '../preview/readForm';
import { Name } from '../service/PipelineService';
import { Demand } from './demand';

/** What filled forms of the wizard would do; no logic of its own. */
export function createPreviewRouter(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  demand: Demand;
  previews: Previews;
}): express.Router {
  const { auth, httpAuth, demand, previews } = options;
  const router = Router();

  const waitingFor = (
    response: express.Response,
    credentials: BackstageCredentials,
  ) => {
    const nobodyWaits = new AbortController();
    response.on('close', () => nobodyWaits.abort());
    return {
      // Other backends ask for many people: theirs replace nothing.
      owner: auth.isPrincipal(credentials, 'user')
        ? credentials.principal.userEntityRef
        : undefined,
      signal: nobodyWaits.signal,
    };
  };

  router.post('/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await demand(previewCreatePermission, credentials, 'preview pipelines');
    const preview = await previews.pipelines.preview(
      readForm(request.body),
      waitingFor(response, credentials),
    );
    response.json(preview);
  });

  router.post<Name, unknown, JobChangeQuestion>(
    '/pipelines/:namespace/:name/changes/preview',
    async (request, response) => {
      const { params, body } = request;
      const credentials = await httpAuth.credentials(request);
      await demand(previewCreatePermission, credentials, 'preview changes');
      const preview = await previews.jobChanges.preview(
        params,
        body,
        credentials,
        waitingFor(response, credentials),
      );
      response.json(preview);
    },
  );

  return router;
}

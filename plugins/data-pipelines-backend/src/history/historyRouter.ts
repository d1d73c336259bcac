import { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  HistoryPage,
  TYPE_FLINK_JOB,
  TYPE_PIPELINE,
  TYPE_SPARK_JOB,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { findComponent } from '../service/findComponent';
import { toCursor } from './cursor';
import { HistoryQuery, HistoryStore } from './HistoryStore';
import { readQuery } from './readQuery';

/** What happened to a pipeline or a job that the viewer may see. */
export function createHistoryRouter(options: {
  httpAuth: HttpAuthService;
  catalog: CatalogService;
  store: HistoryStore;
}): express.Router {
  const { httpAuth, catalog, store } = options;
  const router = Router();

  const history =
    (
      types: readonly string[],
      what: string,
      of: (entityRef: string) => HistoryQuery['of'],
    ): express.RequestHandler<{ namespace: string; name: string }> =>
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const query = readQuery(request.query);
      const entity = await findComponent(catalog, request.params, credentials);
      const entityRef = stringifyEntityRef(entity);
      if (!types.includes(String(entity.spec?.type))) {
        throw new NotFoundError(`${entityRef} is not ${what}`);
      }
      const { items, next } = await store.page({ of: of(entityRef), ...query });
      const page: HistoryPage = { items, nextCursor: next && toCursor(next) };
      response.json(page);
    };

  router.get(
    '/pipelines/:namespace/:name/history',
    history([TYPE_PIPELINE], 'a data pipeline', pipelineRef => ({
      pipelineRef,
    })),
  );
  router.get(
    '/jobs/:namespace/:name/history',
    history([TYPE_FLINK_JOB, TYPE_SPARK_JOB], 'a job of a pipeline', ref => ({
      entityRef: ref,
    })),
  );
  return router;
}

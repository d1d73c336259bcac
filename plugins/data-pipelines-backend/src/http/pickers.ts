import { HttpAuthService } from '@backstage/backend-plugin-api';
import { clusterReadPermission } from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { ClusterPickers } from '../pickers/ClusterPickers';
import { Demand } from './demand';

/** What the wizard's fields choose from; no logic of its own. */
export function createPickersRouter(options: {
  httpAuth: HttpAuthService;
  demand: Demand;
  pickers: ClusterPickers;
}): express.Router {
  const { httpAuth, demand, pickers } = options;
  const router = Router();
  const allowed = async (request: express.Request<object>) =>
    demand(
      clusterReadPermission,
      await httpAuth.credentials(request),
      'see what is in the clusters',
    );

  router.get('/clusters', async (request, response) => {
    await allowed(request);
    response.json(pickers.clusters());
  });

  router.get('/clusters/:cluster/namespaces', async (request, response) => {
    await allowed(request);
    response.json(await pickers.namespaces(request.params.cluster));
  });

  router.get('/clusters/:cluster/kafka', async (request, response) => {
    await allowed(request);
    response.json(await pickers.kafkaClusters(request.params.cluster));
  });

  router.get(
    '/clusters/:cluster/kafka/:namespace/:kafka/topics',
    async (request, response) => {
      await allowed(request);
      response.json(pickers.topics(request.params));
    },
  );

  return router;
}

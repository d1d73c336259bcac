import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { ClusterPickers } from '../pickers/ClusterPickers';

/** What the wizard's fields choose from; no logic of its own. */
export function createPickersRouter(options: {
  httpAuth: HttpAuthService;
  pickers: ClusterPickers;
}): express.Router {
  const { httpAuth, pickers } = options;
  const router = Router();

  router.get('/clusters', async (request, response) => {
    await httpAuth.credentials(request);
    response.json(pickers.clusters());
  });

  router.get('/clusters/:cluster/namespaces', async (request, response) => {
    await httpAuth.credentials(request);
    response.json(await pickers.namespaces(request.params.cluster));
  });

  router.get('/clusters/:cluster/kafka', async (request, response) => {
    await httpAuth.credentials(request);
    response.json(await pickers.kafkaClusters(request.params.cluster));
  });

  router.get(
    '/clusters/:cluster/kafka/:namespace/:kafka/topics',
    async (request, response) => {
      await httpAuth.credentials(request);
      response.json(pickers.topics(request.params));
    },
  );

  return router;
}

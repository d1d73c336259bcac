import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { DriftService } from './DriftService';

/** The HTTP API of drift; no logic of its own. */
export function createDriftRouter(options: {
  httpAuth: HttpAuthService;
  service: DriftService;
}): express.Router {
  const { httpAuth, service } = options;
  const router = Router();
  router.get('/pipelines/:namespace/:name/drift', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await service.drift(request.params, credentials));
  });
  return router;
}

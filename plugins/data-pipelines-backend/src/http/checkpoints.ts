import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { FlinkLook } from '../flinkRest/FlinkLook';
import { Name, PipelineService } from '../service/PipelineService';

/** What a job's Flink remembers of its checkpoints. */
export function createCheckpointsRouter(options: {
  httpAuth: HttpAuthService;
  service: PipelineService;
  look: FlinkLook;
}): express.Router {
  const { httpAuth, service, look } = options;
  const router = Router();
  router.get<Name, unknown, unknown, { environment: string }>(
    '/jobs/:namespace/:name/checkpoints',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { environment, job } = await service.jobAt(
        request.params,
        request.query.environment,
        credentials,
      );
      const { object } = job;
      response.json(await look.checkpoints({ environment, object }));
    },
  );
  return router;
}

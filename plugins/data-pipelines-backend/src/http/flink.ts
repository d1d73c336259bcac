import { HttpAuthService } from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import { FlinkAnswer, Look } from '../flinkRest/Ask';
import { FlinkLook } from '../flinkRest/FlinkLook';
import { lookAtCheckpoints } from '../flinkRest/lookAtCheckpoints';
import { lookAtJob } from '../flinkRest/lookAtJob';
import { Name, PipelineService } from '../service/PipelineService';

/** What a job's own Flink says of it, and what it remembers of its checkpoints. */
export function createFlinkRouter(options: {
  httpAuth: HttpAuthService;
  service: PipelineService;
  look: FlinkLook;
}): express.Router {
  const { httpAuth, service, look } = options;
  const router = Router();
  const answers = <V extends FlinkAnswer>(path: string, way: Look<V>) =>
    router.get<Name, unknown, unknown, { environment: string }>(
      `/jobs/:namespace/:name/${path}`,
      async (request, response) => {
        const credentials = await httpAuth.credentials(request);
        const { environment, job } = await service.jobIn(
          request.params,
          request.query.environment,
          credentials,
        );
        const { object } = job;
        response.json(await look.at({ environment, object }, way));
      },
    );
  answers('checkpoints', lookAtCheckpoints);
  answers('flink', lookAtJob);
  return router;
}

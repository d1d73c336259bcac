import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  JobLag,
  PipelineLagView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { FlinkAnswer, Look } from '../flinkRest/Ask';
import { FlinkLook } from '../flinkRest/FlinkLook';
import { lookAtCheckpoints } from '../flinkRest/lookAtCheckpoints';
import { lookAtJob } from '../flinkRest/lookAtJob';
import { lookAtLag } from '../flinkRest/lookAtLag';
import { Name, PipelineService } from '../service/PipelineService';

/** What jobs' own Flinks say of them, and what they remember of checkpoints. */
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
  router.get<Name, unknown, unknown, { environment: string }>(
    '/pipelines/:namespace/:name/lag',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const { environment, jobs } = await service.viewIn(
        request.params,
        request.query.environment,
        credentials,
      );
      const ofFlink = jobs.filter(({ engine }) => engine === 'flink');
      const lags = ofFlink.map(
        async ({ entityRef, object }): Promise<JobLag> => {
          const { at, records, unanswered } = await look.at(
            { environment, object },
            lookAtLag,
          );
          return { entityRef, at, records, unanswered };
        },
      );
      const view: PipelineLagView = {
        environment,
        jobs: await Promise.all(lags),
      };
      response.json(view);
    },
  );
  return router;
}

import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  JobStateView,
  PipelineQuery,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { WriteAccess } from '../actions/WriteAccess';
import { PipelineService } from '../service/PipelineService';
import { versionedSender } from './versionedSender';

/**
 * The HTTP API; no logic of its own. What comes here is as the OpenAPI
 * document has it.
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  service: PipelineService;
  write: WriteAccess;
}): express.Router {
  const { httpAuth, service, write } = options;
  const router = Router();
  const sendVersioned = versionedSender();

  router.get<object, unknown, unknown, PipelineQuery>(
    '/pipelines',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      await sendVersioned(
        request,
        response,
        await service.list(request.query, credentials),
      );
    },
  );

  router.get('/pipelines/:namespace/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await sendVersioned(
      request,
      response,
      await service.view(request.params, credentials),
    );
  });

  router.get('/jobs/:namespace/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await sendVersioned(
      request,
      response,
      await service.job(request.params, credentials),
    );
  });

  router.get('/jobs/:namespace/:name/state', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const state = await service.jobState(request.params, credentials);
    await sendVersioned(request, response, {
      ...state,
      value: () => withRefusals(state.value(), write),
    });
  });

  return router;
}

/** What the portal itself may not do is told before somebody tries. */
function withRefusals(state: JobStateView, write: WriteAccess): JobStateView {
  return {
    ...state,
    environments: state.environments.map(one => ({
      ...one,
      savepointRefusal:
        one.savepointRefusal ?? write.refusal(one.environment.cluster),
    })),
  };
}

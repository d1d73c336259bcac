import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  JobStateView,
  PipelineQuery,
  snapshotCreatePermission,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { takeSavepoint } from '../actions/takeSavepoint';
import { WriteAccess } from '../actions/WriteAccess';
import { PipelineService } from '../service/PipelineService';
import { Demand } from './demand';
import { versionedSender } from './versionedSender';

/**
 * The HTTP API; no logic of its own. What comes here is as the OpenAPI
 * document has it.
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  demand: Demand;
  auditor: AuditorService;
  service: PipelineService;
  write: WriteAccess;
}): express.Router {
  const { httpAuth, demand, auditor, service, write } = options;
  const router = Router();
  const sendVersioned = versionedSender();

  router.get<object, unknown, unknown, PipelineQuery>(
    '/pipelines',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      sendVersioned(
        request,
        response,
        await service.list(request.query, credentials),
      );
    },
  );

  router.get('/pipelines/:namespace/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    sendVersioned(
      request,
      response,
      await service.view(request.params, credentials),
    );
  });

  router.get('/jobs/:namespace/:name', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    sendVersioned(
      request,
      response,
      await service.job(request.params, credentials),
    );
  });

  router.get('/jobs/:namespace/:name/state', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const state = await service.jobState(request.params, credentials);
    sendVersioned(request, response, {
      ...state,
      value: () => withRefusals(state.value(), write),
    });
  });

  router.post<
    { namespace: string; name: string },
    unknown,
    { environment: string }
  >('/jobs/:namespace/:name/snapshots', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { environment } = request.body;
    await demand(snapshotCreatePermission, credentials, 'take savepoints');
    const event = await auditor.createEvent({
      eventId: 'savepoint-take',
      request,
      severityLevel: 'high',
      meta: { job: request.params, environment },
    });
    try {
      const name = await takeSavepoint({
        state: (await service.jobState(request.params, credentials)).value(),
        environment,
        user: credentials.principal.userEntityRef,
        now: new Date(),
        write,
      });
      await event.success({ meta: { name } });
      response.status(201).json({ name });
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
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

import {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { snapshotCreatePermission } from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { takeSavepoint } from '../actions/takeSavepoint';
import { WriteAccess } from '../actions/WriteAccess';
import { PipelineService } from '../service/PipelineService';
import { readPipelineQuery } from './readPipelineQuery';
import { sendVersioned } from './sendVersioned';

/** The HTTP API; no logic of its own. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  service: PipelineService;
  write: WriteAccess;
}): express.Router {
  const { httpAuth, permissions, auditor, service, write } = options;
  const router = Router();
  router.use(express.json({ limit: '10kb' }));

  router.get('/pipelines', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const query = readPipelineQuery(request.query);
    sendVersioned(request, response, await service.list(query, credentials));
  });

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
    response.json(await service.job(request.params, credentials));
  });

  router.get('/jobs/:namespace/:name/state', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const state = await service.jobState(request.params, credentials);
    response.json({
      ...state,
      environments: state.environments.map(one => ({
        ...one,
        savepointRefusal:
          one.savepointRefusal ?? write.refusal(one.environment.cluster),
      })),
    });
  });

  router.post('/jobs/:namespace/:name/snapshots', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const environment = request.body?.environment;
    if (typeof environment !== 'string') {
      throw new InputError(
        'environment: is missing; name the environment of the job',
      );
    }
    const [decision] = await permissions.authorize(
      [{ permission: snapshotCreatePermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not take savepoints; ask for the permission ${snapshotCreatePermission.name}`,
      );
    }
    const event = await auditor.createEvent({
      eventId: 'savepoint-take',
      request,
      severityLevel: 'high',
      meta: { job: request.params, environment },
    });
    try {
      const name = await takeSavepoint({
        state: await service.jobState(request.params, credentials),
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

import {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  ActionOrder,
  ActionQuestion,
  JobAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { ActionService } from '../actions/ActionService';
import { jobSubject } from '../actions/jobSubject';
import { PERMISSION_OF } from '../actions/permissionOf';
import { Subject } from '../actions/Subject';
import { Name, PipelineService } from '../service/PipelineService';
import { audited, standOf } from './audited';
import { Demand } from './demand';

/** After these a job goes on from where it once was. */
const READ_AGAIN: ReadonlySet<JobAction['action']> = new Set([
  'restore',
  'resume',
]);

/** What people do to jobs: looked at first, then done. */
export function createActionsRouter(options: {
  httpAuth: HttpAuthService;
  demand: Demand;
  auditor: AuditorService;
  service: PipelineService;
  actions: ActionService;
}): express.Router {
  const { httpAuth, demand, auditor, service, actions } = options;
  const router = Router();

  const subjectOf = async (
    ref: Name,
    { environment, action }: ActionQuestion,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Subject> => {
    const { permission, what } = PERMISSION_OF[action.action];
    await demand(permission, credentials, what);
    return jobSubject(
      {
        at: await service.jobAt(ref, environment, credentials, {
          readsAgain: READ_AGAIN.has(action.action),
        }),
        user: credentials.principal.userEntityRef,
      },
      action,
    );
  };

  router.get('/jobs/:namespace/:name/actions', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { entityRef, pipelineRef } = await service.jobRefs(
      request.params,
      credentials,
    );
    response.json({ pipelineRef, items: await actions.of([entityRef]) });
  });

  router.post<Name, unknown, ActionQuestion>(
    '/jobs/:namespace/:name/actions/preview',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      response.json(
        await actions.preview(
          await subjectOf(request.params, request.body, credentials),
          request.body,
        ),
      );
    },
  );

  router.post<Name, unknown, ActionOrder>(
    '/jobs/:namespace/:name/actions',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const { environment, action, acknowledged } = request.body;
      const view = await audited(
        auditor,
        {
          eventId: 'job-action',
          request,
          severityLevel: 'high',
          meta: {
            job: { ...request.params },
            environment,
            action: { ...action },
            acknowledged,
          },
        },
        async () => {
          return actions.order(
            await subjectOf(request.params, request.body, credentials),
            request.body,
          );
        },
        standOf,
      );
      response.status(201).json(view);
    },
  );

  return router;
}

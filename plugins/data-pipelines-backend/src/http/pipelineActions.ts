import {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  PipelineActionOrder,
  PipelineActionQuestion,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { PERMISSION_OF } from '../actions/permissionOf';
import {
  PipelineActionService,
  PipelineAsked,
} from '../actions/PipelineActionService';
import { Name, PipelineService } from '../service/PipelineService';
import { audited, standOf } from './audited';
import { Demand } from './demand';

/** What people do to all jobs of a pipeline: looked at first, then done. */
export function createPipelineActionsRouter(options: {
  httpAuth: HttpAuthService;
  demand: Demand;
  auditor: AuditorService;
  service: PipelineService;
  actions: PipelineActionService;
}): express.Router {
  const { httpAuth, demand, auditor, service, actions } = options;
  const router = Router();
  const at = '/pipelines/:namespace/:name/actions';

  const asked = async (
    ref: Name,
    { environment, action }: PipelineActionQuestion,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<PipelineAsked> => {
    const { permission, what } = PERMISSION_OF[action.action];
    await demand(permission, credentials, what);
    return {
      at: await service.pipelineAt(ref, environment, credentials),
      user: credentials.principal.userEntityRef,
    };
  };

  router.get<Name>(at, async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const pipelineRef = await service.pipelineRef(request.params, credentials);
    response.json({
      pipelineRef,
      items: await actions.ofPipeline(pipelineRef),
    });
  });

  router.post<Name, unknown, PipelineActionQuestion>(
    `${at}/preview`,
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      response.json(
        await actions.preview(
          await asked(request.params, request.body, credentials),
          request.body,
        ),
      );
    },
  );

  router.post<Name, unknown, PipelineActionOrder>(
    at,
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const { environment, action, acknowledged } = request.body;
      const view = await audited(
        auditor,
        {
          eventId: 'pipeline-action',
          request,
          severityLevel: 'high',
          meta: {
            pipeline: { ...request.params },
            environment,
            action,
            acknowledged,
          },
        },
        async () => {
          return actions.order(
            await asked(request.params, request.body, credentials),
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

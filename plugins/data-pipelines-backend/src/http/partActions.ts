import {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  PartActionOrder,
  PartActionQuestion,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { ActionService } from '../actions/ActionService';
import { partKey, partSubject } from '../actions/partSubject';
import { PERMISSION_OF } from '../actions/permissionOf';
import { Subject } from '../actions/Subject';
import { Name, PipelineService } from '../service/PipelineService';
import { audited, standOf } from './audited';
import { Demand } from './demand';

const AT = '/pipelines/:namespace/:name/parts/actions';

/** What people do to a pipeline's parts that are no jobs: looked at first, then done. */
export function createPartActionsRouter(options: {
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
    { environment, part, action }: PartActionQuestion,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Subject> => {
    const { permission, what } = PERMISSION_OF[action.action];
    await demand(permission, credentials, what);
    return partSubject(
      {
        at: await service.partAt(ref, environment, part, credentials),
        user: credentials.principal.userEntityRef,
      },
      action,
    );
  };

  router.get<Name>(AT, async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { pipelineRef, objects } = await service.parts(
      request.params,
      credentials,
    );
    const items = await actions.of(objects.map(partKey));
    response.json({ pipelineRef, items });
  });

  router.post<Name, unknown, PartActionQuestion>(
    `${AT}/preview`,
    async (request, response) => {
      const { params, body } = request;
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const subject = await subjectOf(params, body, credentials);
      response.json(await actions.preview(subject, body));
    },
  );

  router.post<Name, unknown, PartActionOrder>(AT, async (request, response) => {
    const { params, body } = request;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    const { environment, part, action, acknowledged } = body;
    const view = await audited(
      auditor,
      {
        eventId: 'part-action',
        request,
        severityLevel: 'high',
        meta: {
          pipeline: { ...params },
          environment,
          part: { ...part },
          action: { ...action },
          acknowledged,
        },
      },
      async () => {
        const subject = await subjectOf(params, body, credentials);
        return actions.order(subject, body);
      },
      standOf,
    );
    response.status(201).json(view);
  });

  return router;
}

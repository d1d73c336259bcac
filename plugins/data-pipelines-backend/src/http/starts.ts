import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  AcknowledgeStart,
  startAcknowledgePermission,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { Name, PipelineService } from '../service/PipelineService';
import { Acknowledge } from '../starts/acknowledgements';
import { audited } from './audited';
import { Demand } from './demand';

/** What people say of starts of jobs. */
export function createStartsRouter(options: {
  httpAuth: HttpAuthService;
  demand: Demand;
  auditor: AuditorService;
  service: PipelineService;
  acknowledge: Acknowledge;
}): express.Router {
  const { httpAuth, demand, auditor, service, acknowledge } = options;
  const router = Router();

  router.post<Name, unknown, AcknowledgeStart>(
    '/jobs/:namespace/:name/starts/acknowledge',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      const { environment } = request.body;
      const view = await audited(
        auditor,
        {
          eventId: 'start-acknowledge',
          request,
          severityLevel: 'medium',
          meta: { job: { ...request.params }, ...request.body },
        },
        async () => {
          await demand(
            startAcknowledgePermission,
            credentials,
            'acknowledge starts without state',
          );
          const at = await service.jobIn(
            request.params,
            environment,
            credentials,
          );
          const { userEntityRef } = credentials.principal;
          return acknowledge(at, userEntityRef, request.body);
        },
      );
      response.json(view);
    },
  );
  return router;
}

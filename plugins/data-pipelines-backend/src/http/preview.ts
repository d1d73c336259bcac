import { AuthService, HttpAuthService } from '@backstage/backend-plugin-api';
import { previewCreatePermission } from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { PreviewService } from '../preview/PreviewService';
import { readForm } from '../preview/readForm';
import { Demand } from './demand';

/** What a filled form would make; no logic of its own. */
export function createPreviewRouter(options: {
  auth: AuthService;
  httpAuth: HttpAuthService;
  demand: Demand;
  service: PreviewService;
}): express.Router {
  const { auth, httpAuth, demand, service } = options;
  const router = Router();

  router.post('/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await demand(previewCreatePermission, credentials, 'preview pipelines');
    const nobodyWaits = new AbortController();
    response.on('close', () => nobodyWaits.abort());
    const preview = await service.preview(readForm(request.body), {
      // Other backends ask for many people: theirs replace nothing.
      owner: auth.isPrincipal(credentials, 'user')
        ? credentials.principal.userEntityRef
        : undefined,
      signal: nobodyWaits.signal,
    });
    response.json(preview);
  });

  return router;
}

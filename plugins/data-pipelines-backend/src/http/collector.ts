import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  collectorReadPermission,
  CollectorView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { Collector } from '../collector/Collector';
import { IsClaimed, unclaimedObjects } from '../collector/unclaimed';

/** How well the portal is informed, for admins. */
export function createCollectorRouter(options: {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  collector: Collector;
  /** What pipelines declare now. */
  claims: () => Promise<IsClaimed>;
  /** cluster → what is simulated there */
  simulated: ReadonlyMap<string, string>;
}): express.Router {
  const { httpAuth, permissions, collector, claims, simulated } = options;
  const router = Router();

  router.get('/collector', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const [decision] = await permissions.authorize(
      [{ permission: collectorReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not see how clusters are followed; ask for the permission ${collectorReadPermission.name}`,
      );
    }
    const view: CollectorView = {
      clusters: collector.status().clusters.map(cluster => ({
        ...cluster,
        simulated: simulated.get(cluster.name),
      })),
      ...unclaimedObjects(collector, await claims()),
    };
    response.json(view);
  });

  return router;
}

import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  collectorReadPermission,
  CollectorView,
  HistoryWriterView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { Collector } from '../collector/Collector';
import { IsClaimed, unclaimedObjects } from '../collector/unclaimed';
import { FlinkPoll } from '../flinkRest/FlinkPoll';
import { Demand } from './demand';

/** How well the portal is informed, for admins. */
export function createCollectorRouter(options: {
  httpAuth: HttpAuthService;
  demand: Demand;
  collector: Collector;
  history: () => HistoryWriterView;
  flink: Pick<FlinkPoll, 'view'>;
  /** What pipelines declare now. */
  claims: () => Promise<IsClaimed>;
  /** cluster → what is simulated there */
  simulated: ReadonlyMap<string, string>;
}): express.Router {
  const { httpAuth, demand, collector, flink, history, claims, simulated } =
    options;
  const router = Router();

  router.get('/collector', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await demand(
      collectorReadPermission,
      credentials,
      'see how clusters are followed',
    );
    const view: CollectorView = {
      clusters: collector.status().clusters.map(cluster => ({
        ...cluster,
        flink: flink.view(cluster.name),
        simulated: simulated.get(cluster.name),
      })),
      history: history(),
      ...unclaimedObjects(collector, await claims()),
    };
    response.json(view);
  });

  return router;
}

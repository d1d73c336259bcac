import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiFlowChart } from '@remixicon/react';
import { pipelinesApiRef } from './api/PipelinesApi';
import { PipelinesClient } from './api/PipelinesClient';
import {
  gitContent,
  partCard,
  pipelineContent,
  stateContent,
  verdictCard,
} from './extensions/entity';
import {
  collectorLinkRef,
  collectorRouteRef,
  createLinkRef,
  rootRouteRef,
} from './routes';

const fleetPage = PageBlueprint.make({
  params: {
    path: '/data-pipelines',
    title: 'Data pipelines',
    icon: <RiFlowChart />,
    routeRef: rootRouteRef,
    loader: async () => {
      const { FleetPage } = await import('./components/FleetPage');
      return <FleetPage />;
    },
  },
});

const collectorPage = PageBlueprint.make({
  name: 'collector',
  params: {
    path: '/data-pipelines-collector',
    title: 'How the portal is informed',
    // Without an icon it is not in the navigation: few may see it.
    routeRef: collectorRouteRef,
    loader: async () => {
      const { CollectorPage } = await import('./components/CollectorPage');
      return <CollectorPage />;
    },
  },
});

const client = ApiBlueprint.make({
  params: define =>
    define({
      api: pipelinesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PipelinesClient(deps),
    }),
});

/**
 * Pages, cards and tabs for data pipelines, for the new frontend system.
 *
 * @public
 */
export const dataPipelinesPlugin = createFrontendPlugin({
  pluginId: 'data-pipelines',
  title: 'Data pipelines',
  icon: <RiFlowChart />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, collector: collectorRouteRef },
  externalRoutes: { create: createLinkRef, collector: collectorLinkRef },
  extensions: [
    client,
    fleetPage,
    collectorPage,
    pipelineContent,
    gitContent,
    stateContent,
    verdictCard,
    partCard,
  ],
});

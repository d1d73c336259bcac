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
  jobContent,
  partCard,
  pipelineContent,
  pipelinesCard,
  stateContent,
  verdictCard,
} from './extensions/entity';
import { createLinkRef, rootRouteRef } from './routes';

const fleetPage = PageBlueprint.make({
  params: {
    path: '/data-pipelines',
    title: 'Data pipelines',
    icon: <RiFlowChart />,
    routeRef: rootRouteRef,
    loader: async () => {
      const { Pages } = await import('./components/Pages');
      return <Pages />;
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
  routes: { root: rootRouteRef },
  externalRoutes: { create: createLinkRef },
  extensions: [
    client,
    fleetPage,
    pipelineContent,
    gitContent,
    jobContent,
    stateContent,
    verdictCard,
    partCard,
    pipelinesCard,
  ],
});

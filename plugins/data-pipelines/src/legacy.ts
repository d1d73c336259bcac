import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { pipelinesApiRef } from './api/PipelinesApi';
import { PipelinesClient } from './api/PipelinesClient';
import { createLinkRef, rootRouteRef } from './routes';

export { isFlinkJob, isJob, isPipeline, isPipelinePart } from './entityKinds';

/**
 * The plugin for portals on the old frontend system.
 *
 * @public
 */
export const dataPipelinesPlugin = createPlugin({
  id: 'data-pipelines',
  routes: { root: rootRouteRef },
  externalRoutes: { create: createLinkRef },
  apis: [
    createApiFactory({
      api: pipelinesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new PipelinesClient(deps),
    }),
  ],
});

/**
 * The fleet, for a route of the app.
 *
 * @public
 */
export const DataPipelinesPage = dataPipelinesPlugin.provide(
  createRoutableExtension({
    name: 'DataPipelinesPage',
    mountPoint: rootRouteRef,
    component: () => import('./components/Pages').then(({ Pages }) => Pages),
  }),
);

/**
 * The page of a pipeline, for a tab of its entity.
 *
 * @public
 */
export const EntityPipelineContent = dataPipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityPipelineContent',
    component: {
      lazy: () => import('./components/PipelinePage').then(m => m.PipelinePage),
    },
  }),
);

/**
 * A pipeline's Git repository beside newer charts and the cluster, for a tab
 * of its entity at the path `/git`.
 *
 * @public
 */
export const EntityGitContent = dataPipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityGitContent',
    component: {
      lazy: () => import('./components/DriftPanel').then(m => m.DriftPanel),
    },
  }),
);

/**
 * The page of a Flink or Spark job, for a tab of its entity at the path `/job`.
 *
 * @public
 */
export const EntityJobContent = dataPipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityJobContent',
    component: {
      lazy: () => import('./components/JobPage').then(m => m.JobPage),
    },
  }),
);

/**
 * The savepoints of a Flink job, for a tab of its entity.
 *
 * @public
 */
export const EntityFlinkStateContent = dataPipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityFlinkStateContent',
    component: {
      lazy: () => import('./components/StatePanel').then(m => m.StatePanel),
    },
  }),
);

/**
 * The verdict of a pipeline, for the overview of its entity.
 *
 * @public
 */
export const EntityVerdictCard = dataPipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityVerdictCard',
    component: {
      lazy: () => import('./components/VerdictCard').then(m => m.VerdictCard),
    },
  }),
);

/**
 * How a job, topic or Kafka cluster of a pipeline is, for the overview of its
 * entity.
 *
 * @public
 */
export const EntityPartCard = dataPipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityPartCard',
    component: {
      lazy: () => import('./components/PartCard').then(m => m.PartCard),
    },
  }),
);

/**
 * The pipelines of a system, a group or a person, for the overview of its
 * entity; nothing where there are none.
 *
 * @public
 */
export const EntityPipelinesCard = dataPipelinesPlugin.provide(
  createComponentExtension({
    name: 'EntityPipelinesCard',
    component: {
      lazy: () =>
        import('./components/PipelinesCard').then(m => m.PipelinesCard),
    },
  }),
);

import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

// Made by `core-plugin-api`, these work in both frontend systems.

export const rootRouteRef = createRouteRef({ id: 'data-pipelines' });
export const collectorRouteRef = createRouteRef({
  id: 'data-pipelines-collector',
});

/** Where a new pipeline is made. */
export const createLinkRef = createExternalRouteRef({
  id: 'create',
  optional: true,
  defaultTarget: 'scaffolder.root',
});

/** How the portal is informed; a portal may leave that page out. */
export const collectorLinkRef = createExternalRouteRef({
  id: 'collector',
  optional: true,
  defaultTarget: 'data-pipelines.collector',
});

import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

// Made by `core-plugin-api`, these work in both frontend systems.

export const rootRouteRef = createRouteRef({ id: 'data-pipelines' });

/** Where a new pipeline is made. */
export const createLinkRef = createExternalRouteRef({
  id: 'create',
  optional: true,
  defaultTarget: 'scaffolder.root',
});

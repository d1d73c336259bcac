import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogLocationsExtensionPoint } from '@backstage/plugin-catalog-node';

/**
 * Lets the wizard register repositories on this machine's disk. Only where
 * local repositories are configured: elsewhere a `file` location would let any
 * user read files of the backend.
 */
export const localLocations = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'local-locations',
  register(module) {
    module.registerInit({
      deps: {
        config: coreServices.rootConfig,
        locations: catalogLocationsExtensionPoint,
      },
      async init({ config, locations }) {
        if (config.has('dataPipelines.scaffolder.localRepositories')) {
          locations.setAllowedLocationTypes(['url', 'file']);
        }
      },
    });
  },
});

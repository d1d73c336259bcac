import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { DataPipelinesProcessor } from './DataPipelinesProcessor';

/**
 * Relations between pipelines, jobs and topics in the catalog.
 *
 * @public
 */
export const catalogModuleDataPipelines = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'data-pipelines',
  register(module) {
    module.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor(new DataPipelinesProcessor());
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { DataPipelinesProcessor } from './DataPipelinesProcessor';
import { createFoundPipelinesProvider } from './found/createFoundPipelinesProvider';

/**
 * Relations between pipelines, jobs and topics in the catalog; where
 * configured, pipelines that clusters show and that nobody registered.
 *
 * @public
 */
export const catalogModuleDataPipelines = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'data-pipelines',
  register(module) {
    module.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        deps.processing.addProcessor(new DataPipelinesProcessor());
        const provider = createFoundPipelinesProvider(deps);
        if (provider) deps.processing.addEntityProvider(provider);
      },
    });
  },
});

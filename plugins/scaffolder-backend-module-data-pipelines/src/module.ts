import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCheckAction } from './actions/createCheckAction';
import { createInstallAction } from './actions/createInstallAction';
import { createPublishLocalAction } from './actions/createPublishLocalAction';
import { createRegisterLocalAction } from './actions/createRegisterLocalAction';
import { createRenderAction } from './actions/createRenderAction';
import { readSettings } from './settings';

/**
 * Scaffolder actions that render, check, publish and install pipelines.
 *
 * @public
 */
export const scaffolderModuleDataPipelines = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'data-pipelines',
  register(module) {
    module.registerInit({
      deps: {
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ catalog, config, scaffolder }) {
        const settings = readSettings(config);
        scaffolder.addActions(
          createRenderAction({ settings, catalog }),
          createCheckAction({ settings }),
          createPublishLocalAction({ settings }),
          createRegisterLocalAction({ settings, catalog }),
          createInstallAction({ settings }),
        );
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createCheckAction } from './actions/createCheckAction';
import { createEditJobAction } from './actions/createEditJobAction';
import { createEditTopicsAction } from './actions/createEditTopicsAction';
import { createFetchAction } from './actions/createFetchAction';
import { createInstallAction } from './actions/createInstallAction';
import { createPromoteAction } from './actions/createPromoteAction';
import { createPublishBranchAction } from './actions/createPublishBranchAction';
import { createPublishLocalAction } from './actions/createPublishLocalAction';
import { createPublishRequestAction } from './actions/createPublishRequestAction';
import { createRegisterLocalAction } from './actions/createRegisterLocalAction';
import { createRenderAction } from './actions/createRenderAction';
import { createUpgradeAction } from './actions/createUpgradeAction';
import { GitHubAccess } from './gitHub/GitHubAccess';
import { gitHubRequests } from './gitHub/gitHubRequests';
import { GitLabAccess } from './gitLab/GitLabAccess';
import { gitLabRequests } from './gitLab/gitLabRequests';
import { PipelineRepositories } from './repositories/PipelineRepositories';
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
        urlReader: coreServices.urlReader,
      },
      async init({ catalog, config, scaffolder, urlReader }) {
        const settings = readSettings(config);
        const integrations = ScmIntegrations.fromConfig(config);
        const access = {
          integrations,
          wantsPersonalToken:
            config.getOptionalBoolean('scaffolder.requireScmUserCredentials') ??
            false,
        };
        const hosts = [
          gitHubRequests(new GitHubAccess(access)),
          gitLabRequests(new GitLabAccess(access)),
        ];
        const repositories = new PipelineRepositories({
          catalog,
          integrations,
          localRepositories: settings.localRepositories,
        });
        scaffolder.addActions(
          createRenderAction({ settings, catalog }),
          createCheckAction({ settings }),
          createPublishLocalAction({ settings }),
          createRegisterLocalAction({ settings, catalog }),
          createInstallAction({ settings }),
          createFetchAction({ repositories, urlReader }),
          createPublishBranchAction({ repositories }),
          ...hosts.map(host =>
            createPublishRequestAction({ repositories, host }),
          ),
          createEditJobAction({ settings }),
          createEditTopicsAction({ settings }),
          createPromoteAction({ settings }),
          createUpgradeAction({ settings }),
        );
      },
    });
  },
});

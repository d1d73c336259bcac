import { InputError } from '@backstage/errors';
import {
  getGitLabRequestOptions,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { GitLabRepository } from './GitLabRepository';

/** Opens projects with what `integrations.gitlab` of the settings says. */
export class GitLabAccess {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #wantsPersonalToken: boolean;

  constructor(options: {
    integrations: ScmIntegrationRegistry;
    /** Backstage's `scaffolder.requireScmUserCredentials`. */
    wantsPersonalToken: boolean;
  }) {
    this.#integrations = options.integrations;
    this.#wantsPersonalToken = options.wantsPersonalToken;
  }

  /**
   * @param repoUrl - such as `gitlab.com?owner=acme/data&repo=orders`
   * @param personalToken - of whoever runs the template
   */
  async open(
    repoUrl: string,
    personalToken?: string,
  ): Promise<GitLabRepository> {
    const { host, owner, repo } = parseRepoUrl(repoUrl, this.#integrations);
    const config = this.#integrations.gitlab.byHost(host)?.config;
    const project = `${owner}/${repo}`;
    if (!owner || !config?.apiBaseUrl) {
      throw new InputError(
        `Pipeline: the portal has no API of GitLab for ${repoUrl}; whoever runs the portal sets apiBaseUrl in integrations.gitlab for ${host}`,
      );
    }
    if (this.#wantsPersonalToken && !personalToken) {
      throw new InputError(
        `Pipeline: scaffolder.requireScmUserCredentials wants everybody's own token for ${host}; give this step of the template one as its input "token"`,
      );
    }
    if (!personalToken && !config.token) {
      throw new InputError(
        `Pipeline: the portal has no token for ${project} on ${host}; whoever runs the portal puts one with the scope api into integrations.gitlab`,
      );
    }
    const { apiBaseUrl } = config;
    const { headers } = getGitLabRequestOptions(config, personalToken);
    return new GitLabRepository({ host, apiBaseUrl, project, headers });
  }
}

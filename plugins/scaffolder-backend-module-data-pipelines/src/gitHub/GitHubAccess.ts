import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { GitHubRepository } from './GitHubRepository';

/** Opens repositories with what `integrations.github` of the settings says. */
export class GitHubAccess {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;
  readonly #wantsPersonalToken: boolean;

  constructor(options: {
    integrations: ScmIntegrationRegistry;
    /** Backstage's `scaffolder.requireScmUserCredentials`. */
    wantsPersonalToken: boolean;
  }) {
    this.#integrations = options.integrations;
    this.#credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      options.integrations,
    );
    this.#wantsPersonalToken = options.wantsPersonalToken;
  }

  /**
   * @param repoUrl - such as `github.com?owner=acme&repo=orders`
   * @param personalToken - of whoever runs the template
   */
  async open(
    repoUrl: string,
    personalToken?: string,
  ): Promise<GitHubRepository> {
    const { host, owner, repo } = parseRepoUrl(repoUrl, this.#integrations);
    const apiBaseUrl =
      this.#integrations.github.byHost(host)?.config.apiBaseUrl;
    if (!owner || !apiBaseUrl) {
      throw new InputError(
        `Pipeline: the portal has no API of GitHub for ${repoUrl}; whoever runs the portal sets apiBaseUrl in integrations.github for ${host}`,
      );
    }
    if (this.#wantsPersonalToken && !personalToken) {
      throw new InputError(
        `Pipeline: scaffolder.requireScmUserCredentials wants everybody's own token for ${host}; give this step of the template one as its input "token"`,
      );
    }
    const token = personalToken ?? (await this.#tokenFor(host, owner, repo));
    return new GitHubRepository({ host, apiBaseUrl, owner, repo, token });
  }

  async #tokenFor(host: string, owner: string, repo: string) {
    const { token } = await this.#credentials.getCredentials({
      url: `https://${host}/${[owner, repo].map(encodeURIComponent).join('/')}`,
    });
    if (!token) {
      throw new InputError(
        `Pipeline: the portal has no token for ${owner}/${repo} on ${host}; whoever runs the portal puts a token or a GitHub App into integrations.github`,
      );
    }
    return token;
  }
}

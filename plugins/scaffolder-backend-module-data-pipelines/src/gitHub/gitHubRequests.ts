import { RequestHost } from '../actions/createPublishRequestAction';
import { GitHubAccess } from './GitHubAccess';
import { openPullRequest } from './openPullRequest';

/** Pull requests on GitHub. */
export function gitHubRequests(access: GitHubAccess): RequestHost {
  return {
    id: 'pull-request',
    kind: 'github',
    name: 'GitHub',
    request: 'pull request',
    async open(repoUrl, token, wish) {
      const repository = await access.open(repoUrl, token);
      const { html_url, number } = await openPullRequest(repository, wish);
      return { url: html_url, number };
    },
  };
}

import { RequestHost } from '../actions/createPublishRequestAction';
import { GitLabAccess } from './GitLabAccess';
import { openMergeRequest } from './openMergeRequest';

/** Merge requests on GitLab. */
export function gitLabRequests(access: GitLabAccess): RequestHost {
  return {
    id: 'merge-request',
    kind: 'gitlab',
    name: 'GitLab',
    request: 'merge request',
    async open(repoUrl, token, wish) {
      const project = await access.open(repoUrl, token);
      const { web_url, iid } = await openMergeRequest(project, wish);
      return { url: web_url, number: iid };
    },
  };
}

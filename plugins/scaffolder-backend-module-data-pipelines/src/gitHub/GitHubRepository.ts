import { HostRepository } from '../hosts/HostRepository';

/** A repository of GitHub's REST API. */
export class GitHubRepository extends HostRepository {
  readonly owner: string;

  constructor({ host, apiBaseUrl, owner, repo, token }: GitHubAddress) {
    super({
      ...{ kind: 'github', host, apiBaseUrl, name: `${owner}/${repo}` },
      path: ['repos', owner, repo].map(encodeURIComponent).join('/'),
      headers: {
        Accept: 'application/vnd.github+json',
        Authorization: `Bearer ${token}`,
      },
    });
    this.owner = owner;
  }

  /** Of "Validation Failed" the details are what helps. */
  protected saying(body: unknown): string | undefined {
    const { message, errors = [] } = (body ?? {}) as Complaint;
    const details = errors
      .map(one => (typeof one === 'string' ? one : one.message))
      .filter(Boolean);
    return details.length > 0 ? details.join('; ') : message;
  }

  protected limit({ status, headers }: Response, says: string | undefined) {
    const retryAfter = Number(headers.get('retry-after'));
    const reset = Number(headers.get('x-ratelimit-reset'));
    const isSpent = headers.get('x-ratelimit-remaining') === '0';
    const isRateLimited =
      status === 429 ||
      (status === 403 &&
        (isSpent || retryAfter > 0 || /rate limit/i.test(says ?? '')));
    const again = retryAfter
      ? Date.now() / 1000 + retryAfter
      : isSpent && reset;
    return { isRateLimited, again: again ? new Date(again * 1000) : undefined };
  }
}

/** Where a repository of GitHub is, and who asks. */
export interface GitHubAddress {
  /** As in integrations; such as `github.com`. */
  host: string;
  apiBaseUrl: string;
  owner: string;
  repo: string;
  token: string;
}

interface Complaint {
  message?: string;
  errors?: Array<{ message?: string } | string>;
}

import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { describeRefusal } from './describeRefusal';

const PROBLEMS: Record<number, new (message: string) => Error> = {
  401: NotAllowedError,
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
  422: ConflictError,
};

/** A repository of GitHub's REST API. */
export class GitHubRepository {
  readonly #where: GitHubAddress;

  constructor(where: GitHubAddress) {
    this.#where = where;
  }

  get owner() {
    return this.#where.owner;
  }

  get name() {
    return `${this.#where.owner}/${this.#where.repo}`;
  }

  /** @param wish - what is asked for, as part of a sentence */
  async get<T>(path: string, wish: string): Promise<T> {
    return this.#read(await this.#ask('GET', path, wish), wish);
  }

  /** @returns undefined for what is not there */
  async find<T>(path: string, wish: string): Promise<T | undefined> {
    const response = await this.#ask('GET', path, wish);
    return response.status === 404 ? undefined : this.#read(response, wish);
  }

  /** Creates or changes something. */
  async write<T>(
    method: 'POST' | 'PATCH',
    path: string,
    wish: string,
    body: JsonObject,
  ): Promise<T> {
    return this.#read(await this.#ask(method, path, wish, body), wish);
  }

  #ask(method: string, path: string, wish: string, body?: JsonObject) {
    const { apiBaseUrl, owner, repo, token, host } = this.#where;
    const at = [owner, repo].map(encodeURIComponent).join('/');
    return fetch(`${apiBaseUrl}/repos/${at}/${path}`, {
      method,
      headers: {
        Accept: 'application/vnd.github+json',
        Authorization: `Bearer ${token}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    }).catch(error => {
      throw new ServiceUnavailableError(
        `${host} does not answer at ${apiBaseUrl}, to ${wish} of ${
          this.name
        }: ${
          error.cause?.code ?? error.message
        }. See whether the portal reaches it, then try again`,
      );
    });
  }

  async #read<T>(response: Response, wish: string): Promise<T> {
    if (response.ok) return response.json();
    const { status, headers } = response;
    const says = sayingOf(await response.json().catch(() => ({})));
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
    const Problem = PROBLEMS[status] ?? ServiceUnavailableError;
    throw new Problem(
      describeRefusal({
        host: this.#where.host,
        repository: this.name,
        wish,
        status,
        says,
        isRateLimited,
        again: again ? new Date(again * 1000) : undefined,
      }),
    );
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

/** Of "Validation Failed" the details are what helps. */
function sayingOf({ message, errors = [] }: Complaint): string | undefined {
  const details = errors
    .map(one => (typeof one === 'string' ? one : one.message))
    .filter(Boolean);
  return details.length > 0 ? details.join('; ') : message;
}

import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { describeRefusal, Refusal } from './describeRefusal';
import { HostKind, WORDS } from './words';

const PROBLEMS: Record<number, new (message: string) => Error> = {
  400: ConflictError,
  401: NotAllowedError,
  403: NotAllowedError,
  404: NotFoundError,
  409: ConflictError,
  422: ConflictError,
};

/** Where a repository's REST API is, and who asks. */
export interface HostAddress {
  kind: HostKind;
  /** As in integrations; such as `github.com`. */
  host: string;
  apiBaseUrl: string;
  /** Behind `apiBaseUrl`; what is asked for comes behind it. */
  path: string;
  /** For people: `acme/orders`. */
  name: string;
  headers: Record<string, string>;
}

/** A repository of a Git host's REST API. */
export abstract class HostRepository {
  readonly #where: HostAddress;

  constructor(where: HostAddress) {
    this.#where = where;
  }

  get name() {
    return this.#where.name;
  }

  /** What the host says of a request that it refused. */
  protected abstract saying(body: unknown): string | undefined;

  /** Whether it refused because it was asked too much, and until when. */
  protected abstract limit(
    response: Response,
    says: string | undefined,
  ): Pick<Refusal, 'isRateLimited' | 'again'>;

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
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    wish: string,
    body: JsonObject,
  ): Promise<T> {
    return this.#read(await this.#ask(method, path, wish, body), wish);
  }

  #ask(method: string, path: string, wish: string, body?: JsonObject) {
    const { apiBaseUrl, headers, host } = this.#where;
    return fetch(`${apiBaseUrl}/${this.#where.path}/${path}`, {
      method,
      headers: {
        ...headers,
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
    const { status } = response;
    const { host, kind } = this.#where;
    const says = this.saying(parsed(await response.text()));
    const Problem = PROBLEMS[status] ?? ServiceUnavailableError;
    throw new Problem(
      describeRefusal({
        ...{ host, wish, status, says, repository: this.name },
        ...this.limit(response, says),
        words: WORDS[kind],
      }),
    );
  }
}

/** A host in trouble answers with a page, or a few words. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text.startsWith('<') ? undefined : text.slice(0, 200);
  }
}

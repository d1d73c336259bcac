import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { withDeadline } from '../collector/deadline';
import { asNoAnswer, NoAnswer } from './NoAnswer';
import { About, AnswerOf, readPath, Reads } from './Read';
import { readLimited } from './readLimited';
import { refusalOf } from './refusalOf';
import { proxyPath, ServiceRef } from './ServiceRef';

/** Milliseconds for a whole answer. */
const PATIENCE = 5_000;
/** Bytes of an answer. */
const MOST = 5_000_000;

/**
 * Reads an engine's own HTTP interface through the API server's service
 * proxy: only what a table of {@link Reads} names, only with GET, of a Service
 * that was derived from a watched object. Follows no redirect.
 */
export class ServiceProxy<R extends Reads> {
  readonly #access: ClusterAccess;
  readonly #reads: R;
  readonly #patience: number;
  readonly #most: number;

  constructor(options: {
    access: ClusterAccess;
    reads: R;
    /** Milliseconds for a whole answer; 5000 by default. */
    patience?: number;
    /** Bytes of an answer; 5,000,000 by default. */
    most?: number;
  }) {
    this.#access = options.access;
    this.#reads = options.reads;
    this.#patience = options.patience ?? PATIENCE;
    this.#most = options.most ?? MOST;
  }

  /**
   * @param name - of the read
   * @param options - `job`, `vertex`, `trigger`, `checkpoint`: where the read is about one
   * @throws NoAnswer, or Error where this may not be asked at all
   */
  async read<N extends keyof R & string>(
    service: ServiceRef,
    name: N,
    options: About & { signal: AbortSignal },
  ): Promise<AnswerOf<R, N>> {
    const path = proxyPath(service) + readPath(this.#reads, name, options);
    const text = await this.#text(service.cluster, path, options.signal);
    try {
      return this.#reads[name].parse(JSON.parse(text)) as AnswerOf<R, N>;
    } catch {
      throw new NoAnswer('not-json', text.slice(0, 100));
    }
  }

  async #text(cluster: string, path: string, signal: AbortSignal) {
    const seconds = this.#patience / 1000;
    const reason = new NoAnswer('silent', `no answer in ${seconds} s`);
    try {
      return await withDeadline(
        { signal, time: this.#patience, reason },
        async inner => {
          const response = await this.#access.get(cluster, path, {
            signal: inner,
          });
          if (response.redirected || isRedirect(response)) {
            await response.body?.cancel();
            throw new NoAnswer('redirected', 'a redirect', response.status);
          }
          const text = await readLimited(response, this.#most);
          if (!response.ok) throw refusalOf(response.status, text);
          return text;
        },
      );
    } catch (error) {
      throw signal.aborted ? error : asNoAnswer(error);
    }
  }
}

/** `opaqueredirect` is what is left of one that `fetch` was told not to follow in a browser's way. */
function isRedirect({ status, type }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400);
}

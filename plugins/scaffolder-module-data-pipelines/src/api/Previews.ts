import { FetchApi } from '@backstage/core-plugin-api';
import { ask } from './ask';

const byFetchApi = new WeakMap<FetchApi, Previews>();

/** What is to be previewed, and where. */
export interface PreviewQuestion {
  path: string;
  body: object;
}

/**
 * What the backend says of the newest form. The review and its validation ask
 * for the same form: it is sent once. An older form's request is aborted.
 */
export class Previews {
  readonly #fetchApi: FetchApi;
  #newest:
    | { key: string; abort: AbortController; answer: Promise<unknown> }
    | undefined;

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  static of(fetchApi: FetchApi): Previews {
    const known = byFetchApi.get(fetchApi) ?? new Previews(fetchApi);
    byFetchApi.set(fetchApi, known);
    return known;
  }

  async ask<T>(question: PreviewQuestion): Promise<T> {
    const key = JSON.stringify(question);
    if (this.#newest?.key === key) return this.#newest.answer as Promise<T>;
    this.#newest?.abort.abort();
    const abort = new AbortController();
    const answer = ask<T>({
      fetchApi: this.#fetchApi,
      ...question,
      signal: abort.signal,
    });
    const newest = { key, abort, answer };
    this.#newest = newest;
    answer.catch(() => {
      // What failed may succeed when it is asked again.
      if (this.#newest === newest) this.#newest = undefined;
    });
    return answer;
  }
}

import { FetchApi } from '@backstage/core-plugin-api';
import {
  PipelineForm,
  PipelinePreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ask } from './ask';

const byFetchApi = new WeakMap<FetchApi, Previews>();

/**
 * What the backend says of the newest form. The review and its validation ask
 * for the same form: it is sent once. An older form's request is aborted.
 */
export class Previews {
  readonly #fetchApi: FetchApi;
  #newest:
    | { body: string; abort: AbortController; answer: Promise<PipelinePreview> }
    | undefined;

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  static of(fetchApi: FetchApi): Previews {
    const known = byFetchApi.get(fetchApi) ?? new Previews(fetchApi);
    byFetchApi.set(fetchApi, known);
    return known;
  }

  async ask(form: PipelineForm): Promise<PipelinePreview> {
    const body = JSON.stringify(form);
    if (this.#newest?.body === body) return this.#newest.answer;
    this.#newest?.abort.abort();
    const abort = new AbortController();
    const answer = ask<PipelinePreview>({
      fetchApi: this.#fetchApi,
      path: '/preview',
      body: { form },
      signal: abort.signal,
    });
    const newest = { body, abort, answer };
    this.#newest = newest;
    answer.catch(() => {
      // What failed may succeed when it is asked again.
      if (this.#newest === newest) this.#newest = undefined;
    });
    return answer;
  }
}

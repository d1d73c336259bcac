import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { EntityName, PipelinesApi } from './PipelinesApi';

/** Asks our backend plugin. */
export class PipelinesClient implements PipelinesApi {
  readonly #discovery: DiscoveryApi;
  readonly #fetch: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  async listPipelines() {
    return this.#request('/pipelines');
  }

  async getPipeline(entity: EntityName) {
    return this.#request(`/pipelines/${pathOf(entity)}`);
  }

  async getDrift(entity: EntityName) {
    return this.#request(`/pipelines/${pathOf(entity)}/drift`);
  }

  async getJobState(entity: EntityName) {
    return this.#request(`/jobs/${pathOf(entity)}/state`);
  }

  async takeSavepoint(entity: EntityName, environment: string) {
    const { name } = await this.#request(`/jobs/${pathOf(entity)}/snapshots`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ environment }),
    });
    return name;
  }

  async #request(path: string, init?: RequestInit) {
    const base = await this.#discovery.getBaseUrl('data-pipelines');
    const response = await this.#fetch.fetch(`${base}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function pathOf({ namespace, name }: EntityName) {
  return `${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

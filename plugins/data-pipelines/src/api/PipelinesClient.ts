import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';
import { EntityName, HistoryRequest, PipelinesApi } from './PipelinesApi';
import { queryString } from './queryString';

/**
 * Asks our backend plugin. Conditional requests are the browser's: its cache
 * keeps an answer with its ETag and sends that when it is asked again.
 */
export class PipelinesClient implements PipelinesApi {
  readonly #discovery: DiscoveryApi;
  readonly #fetch: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  async listPipelines(query: PipelineQuery = {}) {
    return this.#request(`/pipelines${queryString(query)}`);
  }

  async getPipeline(entity: EntityName) {
    return this.#request(`/pipelines/${pathOf(entity)}`);
  }

  async getPipelineHistory(entity: EntityName, request: HistoryRequest = {}) {
    return this.#request(
      `/pipelines/${pathOf(entity)}/history${queryString(request)}`,
    );
  }

  async getDrift(entity: EntityName) {
    return this.#request(`/pipelines/${pathOf(entity)}/drift`);
  }

  async getJob(entity: EntityName) {
    return this.#request(`/jobs/${pathOf(entity)}`);
  }

  async getJobHistory(entity: EntityName, request: HistoryRequest = {}) {
    return this.#request(
      `/jobs/${pathOf(entity)}/history${queryString(request)}`,
    );
  }

  async getJobState(entity: EntityName) {
    return this.#request(`/jobs/${pathOf(entity)}/state`);
  }

  async getCollector() {
    return this.#request('/collector');
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

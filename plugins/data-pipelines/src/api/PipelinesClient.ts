import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import {
  AcknowledgeStart,
  ActionOrder,
  ActionQuestion,
  answered,
  PartActionOrder,
  PartActionQuestion,
  PipelineActionOrder,
  PipelineActionQuestion,
  PipelineQuery,
} from '@headworks/backstage-plugin-data-pipelines-common';
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

  async getCheckpoints(entity: EntityName, environment: string) {
    return this.#request(
      `/jobs/${pathOf(entity)}/checkpoints${queryString({ environment })}`,
    );
  }

  async getFlink(entity: EntityName, environment: string) {
    return this.#request(
      `/jobs/${pathOf(entity)}/flink${queryString({ environment })}`,
    );
  }

  async getLag(entity: EntityName, environment: string) {
    return this.#request(
      `/pipelines/${pathOf(entity)}/lag${queryString({ environment })}`,
    );
  }

  async getCollector() {
    return this.#request('/collector');
  }

  async previewAction(entity: EntityName, question: ActionQuestion) {
    return this.#post(`/jobs/${pathOf(entity)}/actions/preview`, question);
  }

  async orderAction(entity: EntityName, order: ActionOrder) {
    return this.#post(`/jobs/${pathOf(entity)}/actions`, order);
  }

  async acknowledgeStart(entity: EntityName, what: AcknowledgeStart) {
    return this.#post(`/jobs/${pathOf(entity)}/starts/acknowledge`, what);
  }

  async listActions(entity: EntityName) {
    return this.#request(`/jobs/${pathOf(entity)}/actions`);
  }

  async previewPartAction(pipeline: EntityName, question: PartActionQuestion) {
    return this.#post(
      `/pipelines/${pathOf(pipeline)}/parts/actions/preview`,
      question,
    );
  }

  async orderPartAction(pipeline: EntityName, order: PartActionOrder) {
    return this.#post(`/pipelines/${pathOf(pipeline)}/parts/actions`, order);
  }

  async listPartActions(pipeline: EntityName) {
    return this.#request(`/pipelines/${pathOf(pipeline)}/parts/actions`);
  }

  async previewPipelineAction(
    entity: EntityName,
    question: PipelineActionQuestion,
  ) {
    return this.#post(`/pipelines/${pathOf(entity)}/actions/preview`, question);
  }

  async orderPipelineAction(entity: EntityName, order: PipelineActionOrder) {
    return this.#post(`/pipelines/${pathOf(entity)}/actions`, order);
  }

  async listPipelineActions(entity: EntityName) {
    return this.#request(`/pipelines/${pathOf(entity)}/actions`);
  }

  async #post(path: string, body: object) {
    return this.#request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #request(path: string, init?: RequestInit) {
    const base = await this.#discovery.getBaseUrl('data-pipelines');
    const response = await answered(this.#fetch.fetch(`${base}${path}`, init));
    return response.json();
  }
}

function pathOf({ namespace, name }: EntityName) {
  return `${encodeURIComponent(namespace)}/${encodeURIComponent(name)}`;
}

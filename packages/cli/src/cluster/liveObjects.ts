import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterClient } from './ClusterClient';

interface ResourceList {
  resources: Array<{ name: string; kind: string; namespaced: boolean }>;
}

/** Finds objects in a cluster by what a chart renders. */
export class LiveObjects {
  readonly #client: ClusterClient;
  readonly #resources = new Map<string, Promise<ResourceList | undefined>>();

  constructor(client: ClusterClient) {
    this.#client = client;
  }

  /**
   * The live object.
   *
   * @param namespace - where it is when it does not say so itself
   * @returns undefined where there is none, or no such kind
   */
  async find(
    { apiVersion, kind, metadata }: RenderedObject,
    namespace: string,
  ): Promise<RenderedObject | undefined> {
    const base = apiVersion.includes('/') ? '/apis' : '/api';
    const group = `${base}/${apiVersion}`;
    const list = await this.#list(group);
    const resource = list?.resources.find(
      entry => entry.kind === kind && !entry.name.includes('/'),
    );
    if (!resource) return undefined;
    const folder = resource.namespaced
      ? `${group}/namespaces/${metadata.namespace ?? namespace}`
      : group;
    return this.#client.get<RenderedObject>(
      `${folder}/${resource.name}/${encodeURIComponent(metadata.name)}`,
    );
  }

  #list(group: string): Promise<ResourceList | undefined> {
    const known = this.#resources.get(group);
    if (known) return known;
    const asked = this.#client.get<ResourceList>(group);
    this.#resources.set(group, asked);
    return asked;
  }
}

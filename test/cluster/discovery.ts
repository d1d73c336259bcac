import { ClusterClient, KubernetesObject } from './client';

interface ResourceList extends KubernetesObject {
  resources: Array<{ name: string; kind: string; namespaced: boolean }>;
}

/** Finds where the API server keeps objects of a kind, by asking it once a group. */
export class Discovery {
  readonly #client: ClusterClient;
  readonly #groups = new Map<string, Promise<ResourceList>>();

  constructor(client: ClusterClient) {
    this.#client = client;
  }

  /**
   * Path of the collection that an object belongs to.
   *
   * @throws Error that names the kind where the API server does not have it
   */
  async collection(object: KubernetesObject, namespace: string) {
    const group = groupPath(object.apiVersion);
    const { resources } = await this.#resources(group);
    const found = resources.find(
      ({ kind, name }) => kind === object.kind && !name.includes('/'),
    );
    if (!found) {
      throw new Error(`${object.apiVersion} has no kind ${object.kind} here`);
    }
    return found.namespaced
      ? `${group}/namespaces/${object.metadata.namespace ?? namespace}/${
          found.name
        }`
      : `${group}/${found.name}`;
  }

  async #resources(group: string): Promise<ResourceList> {
    const known = this.#groups.get(group);
    if (known) return known;
    const asked = this.#client.get<ResourceList>(group);
    this.#groups.set(group, asked);
    return asked;
  }
}

function groupPath(apiVersion: string) {
  return apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
}

import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { Refusal } from '../collector/failure';
import { Shared } from './Shared';

/** A kind as a cluster serves it. */
export interface ServedKind {
  /** Plural name, as in paths. */
  resource: string;
  namespaced: boolean;
}

interface ResourceList {
  resources: Array<{ name: string; kind: string; namespaced: boolean }>;
}

/** What an operator's installation changes is seen within this time. */
const KEPT = 60_000;

/** Which kinds clusters serve, and under which paths. */
export class Discovery {
  readonly #access: ClusterAccess;
  readonly #answers = new Shared<ResourceList>({ milliseconds: KEPT });

  constructor(options: { access: ClusterAccess }) {
    this.#access = options.access;
  }

  /**
   * @returns undefined where the cluster does not serve the kind
   * @throws Refusal where the cluster answers with an error
   */
  async find(
    cluster: string,
    apiVersion: string,
    kind: string,
  ): Promise<ServedKind | undefined> {
    const path = groupPath(apiVersion);
    const { resources } = await this.#answers.get(`${cluster} ${path}`, () =>
      this.#ask(cluster, path),
    );
    const found = resources.find(
      one => one.kind === kind && !one.name.includes('/'),
    );
    return found && { resource: found.name, namespaced: found.namespaced };
  }

  async #ask(cluster: string, path: string): Promise<ResourceList> {
    const response = await this.#access.get(cluster, path, {
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 404) return { resources: [] };
    if (!response.ok) throw new Refusal(response.status, await response.text());
    return (await response.json()) as ResourceList;
  }
}

/** Where a group's resources are. */
export function groupPath(apiVersion: string): string {
  return apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
}

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterView,
  CollectorClusterView,
  ObjectIndex,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { pause } from './Backoff';
import { ChangeQueue } from './ChangeQueue';
import { ClusterFollower } from './ClusterFollower';
import { ChangeListener } from './ObjectChange';

/** Clusters come and go where a catalog or a cloud names them. */
const LOOK_FOR_CLUSTERS = 60_000;

/**
 * A watch that was cut off without a word is found out when it should have
 * ended, so it is not long.
 */
const WATCH_SECONDS = 30;

/** How well every cluster is followed. */
export interface CollectorStatus {
  clusters: CollectorClusterView[];
}

/**
 * Follows every resource of every cluster, one LIST and WATCH each, and knows
 * what is in them. Everything that reads asks here; nothing asks a cluster.
 */
export class Collector {
  readonly #access: ClusterAccess;
  readonly #logger: LoggerService;
  readonly #changes: ChangeQueue;
  readonly #watchSeconds: number;
  readonly #namespaces: ReadonlyMap<string, readonly string[]>;
  readonly #clusterListeners = new Set<(cluster: string) => void>();
  readonly #clusters = new Map<string, ClusterFollower>();
  /** Ends the following of a cluster. */
  readonly #ends = new Map<string, AbortController>();
  readonly #abort = new AbortController();
  #problem: string | undefined;

  constructor(options: {
    access: ClusterAccess;
    logger: LoggerService;
    /** How long a watch is open before it is renewed; 30 by default. */
    watchSeconds?: number;
    /** cluster → the namespaces that are read there; all where none is named */
    namespaces?: ReadonlyMap<string, readonly string[]>;
  }) {
    this.#namespaces = options.namespaces ?? new Map();
    this.#access = options.access;
    this.#logger = options.logger;
    this.#changes = new ChangeQueue(options);
    this.#watchSeconds = options.watchSeconds ?? WATCH_SECONDS;
  }

  /** Begins; the clusters are asked for until the Kubernetes plugin answers. */
  async start(): Promise<void> {
    const { signal } = this.#abort;
    let soon = 1_000;
    while (!signal.aborted) {
      let wait = LOOK_FOR_CLUSTERS;
      try {
        this.#follow(await this.#access.listClusters());
        this.#problem = undefined;
      } catch (error) {
        if (this.#clusters.size === 0) {
          wait = Math.min(soon, LOOK_FOR_CLUSTERS);
          soon *= 2;
        }
        this.#failed((error as Error).message);
      }
      await pause(wait, signal);
    }
  }

  /** Why the clusters are not known, while they are not. */
  get problem(): string | undefined {
    return this.#problem;
  }

  stop() {
    this.#abort.abort();
    for (const end of this.#ends.values()) end.abort();
  }

  /** The clusters' names. */
  names(): string[] {
    return [...this.#clusters.keys()];
  }

  /** What is known of one cluster's objects; nothing where none has the name. */
  source(cluster: string): ObjectIndex {
    return this.#clusters.get(cluster)?.objects.index ?? new ObjectIndex();
  }

  /** How well one cluster is followed; undefined where none has the name. */
  state(cluster: string): ClusterView | undefined {
    return this.#clusters.get(cluster)?.view();
  }

  /** Whether all kinds that a cluster serves were read at least once. */
  isRead(cluster: string): boolean {
    return this.#clusters.get(cluster)?.isRead() ?? false;
  }

  /** Such as `kafka.strimzi.io/v1`: the version the cluster serves, or the best we know. */
  apiVersion(cluster: string, resource: ResourceId): string {
    const { group, versions } = RESOURCES[resource];
    const version =
      this.#clusters.get(cluster)?.version(resource) ?? versions[0];
    return group ? `${group}/${version}` : version;
  }

  /** Whether a cluster has the kind, as far as was found out. */
  serves(cluster: string, resource: ResourceId): boolean {
    return this.#clusters.get(cluster)?.version(resource) !== undefined;
  }

  /** Kinds that cannot be followed now, though the cluster answers. */
  lagging(cluster: string): ReadonlySet<ResourceId> {
    return this.#clusters.get(cluster)?.lagging() ?? new Set();
  }

  /** The resourceVersion up to which all of a cluster is known; 0 for none. */
  resourceVersion(cluster: string): number {
    return this.#clusters.get(cluster)?.resourceVersion() ?? 0;
  }

  /**
   * What a cluster's own clock says now. Times in its objects are by it, so
   * ages are told against it.
   */
  now(cluster: string): Date {
    return this.#clusters.get(cluster)?.now() ?? new Date();
  }

  /** How every cluster and kind is followed, for admins. */
  status(): CollectorStatus {
    return {
      clusters: [...this.#clusters.values()].map(one => one.status()),
    };
  }

  /**
   * Tells of changes, those of one tick together.
   *
   * @returns what ends the subscription
   */
  subscribe(listener: ChangeListener): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Tells when a cluster is lost or found, or there is something new to be said of it. */
  subscribeClusters(listener: (cluster: string) => void) {
    this.#clusterListeners.add(listener);
  }

  #failed(problem: string) {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#logger.warn(`No clusters are known: ${problem}`);
  }

  #follow(clusters: ReadonlyArray<{ name: string; unsupported?: string }>) {
    const named = new Set(clusters.map(({ name }) => name));
    for (const name of this.names().filter(one => !named.has(one))) {
      this.#ends.get(name)?.abort();
      this.#ends.delete(name);
      this.#clusters.delete(name);
      this.#logger.info(`Cluster ${name} is not configured any more`);
    }
    for (const cluster of clusters) {
      if (this.#clusters.has(cluster.name)) continue;
      const follower = new ClusterFollower({
        ...cluster,
        access: this.#access,
        watchSeconds: this.#watchSeconds,
        namespaces: this.#namespaces.get(cluster.name),
        changes: this.#changes,
        logger: this.#logger,
        onView: () => {
          for (const tell of this.#clusterListeners) tell(cluster.name);
        },
      });
      const end = new AbortController();
      this.#clusters.set(cluster.name, follower);
      this.#ends.set(cluster.name, end);
      follower.run(end.signal);
    }
  }
}

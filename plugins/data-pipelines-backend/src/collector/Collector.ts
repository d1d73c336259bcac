import { setTimeout as sleep } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ClusterView } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  AccessibleCluster,
  ClusterAccess,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { untilFound, untilLost } from './heartbeat';
import { PipelineIndex } from './PipelineIndex';
import { Resource, RESOURCES } from './resources';
import { watchResource } from './watchResource';

interface ClusterState {
  status: ClusterView['status'];
  error?: string;
  /** When it last answered, in milliseconds since the epoch. */
  contact?: number;
  synced: Set<Resource>;
}

/** Follows every resource of every cluster, one LIST and WATCH each. */
export class Collector {
  readonly #access: ClusterAccess;
  readonly #index: PipelineIndex;
  readonly #logger: LoggerService;
  readonly #onClusterChange: () => void;
  readonly #clusters = new Map<string, ClusterState>();
  readonly #abort = new AbortController();

  constructor(options: {
    access: ClusterAccess;
    index: PipelineIndex;
    logger: LoggerService;
    /** Called when a cluster is lost or found. */
    onClusterChange: () => void;
  }) {
    this.#access = options.access;
    this.#index = options.index;
    this.#logger = options.logger;
    this.#onClusterChange = options.onClusterChange;
  }

  /** Begins; the clusters are asked for until the Kubernetes plugin answers. */
  async start(): Promise<void> {
    const { signal } = this.#abort;
    while (!signal.aborted) {
      try {
        for (const cluster of await this.#access.listClusters()) {
          this.#follow(cluster);
        }
        return;
      } catch (error) {
        this.#logger.warn(
          `The Kubernetes plugin does not name its clusters yet: ${error}`,
        );
        await sleep(1000, undefined, { signal }).catch(() => {});
      }
    }
  }

  stop() {
    this.#abort.abort();
  }

  /** What is known of one cluster; undefined where none has the name. */
  state(name: string): ClusterView | undefined {
    const state = this.#clusters.get(name);
    return (
      state && {
        name,
        status: state.status,
        error: state.error,
        asOf: state.contact
          ? new Date(
              // While watches are open, silence means that nothing changed.
              state.status === 'live' ? Date.now() : state.contact,
            ).toISOString()
          : undefined,
      }
    );
  }

  names(): string[] {
    return [...this.#clusters.keys()];
  }

  #follow({ name, unsupported }: AccessibleCluster) {
    const state: ClusterState = {
      status: unsupported ? 'unsupported' : 'connecting',
      error: unsupported,
      synced: new Set(),
    };
    this.#clusters.set(name, state);
    if (!unsupported) this.#keepFollowing(name, state);
  }

  async #keepFollowing(name: string, state: ClusterState): Promise<void> {
    const { signal } = this.#abort;
    while (!signal.aborted) {
      const contact = new AbortController();
      const watches = this.#watch(
        name,
        state,
        AbortSignal.any([signal, contact.signal]),
      );
      const silence = await untilLost(this.#access, name, {
        signal,
        onBeat: () => {
          state.contact = Date.now();
        },
      });
      contact.abort();
      await Promise.all(watches);
      state.synced.clear();
      if (silence) this.#become(name, state, 'unreachable', silence);
      await untilFound(this.#access, name, signal);
    }
  }

  #watch(name: string, state: ClusterState, signal: AbortSignal) {
    const resources = Object.keys(RESOURCES) as Resource[];
    return resources.map(resource =>
      watchResource({
        access: this.#access,
        cluster: name,
        resource,
        index: this.#index,
        signal,
        contact: {
          synced: () => {
            state.synced.add(resource);
            if (state.synced.size === resources.length) {
              this.#become(name, state, 'live');
            }
          },
          failed: sentence => {
            state.synced.delete(resource);
            this.#become(name, state, 'unreachable', sentence);
          },
        },
      }),
    );
  }

  #become(
    name: string,
    state: ClusterState,
    status: ClusterView['status'],
    error?: string,
  ) {
    if (state.status === status) return;
    state.status = status;
    state.error = error;
    this.#logger.info(
      `Cluster ${name} is ${status}${error ? `: ${error}` : ''}`,
    );
    this.#onClusterChange();
  }
}

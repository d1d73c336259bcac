import {
  Environment,
  KeptStart,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { PlacedStart } from '../history/database/startRows';
import { HistoryStore } from '../history/HistoryStore';

/** Starts of a job that are shown. */
const MOST = 50;
/** Milliseconds that the clocks of replicas may be apart, with a slow commit. */
const OVERLAP = 60_000;

/** Gets the refs of pipelines of whose jobs more is known. */
type StartsListener = (pipelineRefs: readonly string[]) => void;

type Store = Pick<HistoryStore, 'newestStarts' | 'startsChanged'>;

/**
 * The newest starts of every job as the database has them, whichever replica
 * wrote them, at hand without asking it.
 */
export class StartBook {
  readonly #listeners = new Set<StartsListener>();
  readonly #starts = new Map<string, readonly KeptStart[]>();
  #store: Store | undefined;
  #asked = 0;

  subscribe(listener: StartsListener) {
    this.#listeners.add(listener);
  }

  /** Reads what was kept before the portal began. */
  async open(store: Store): Promise<void> {
    this.#store = store;
    this.#asked = Date.now();
    this.#take(await store.newestStarts(MOST));
  }

  /** Reads what was written since, here or elsewhere. */
  async refresh(): Promise<void> {
    const began = Date.now();
    const changed = await this.#store?.startsChanged(
      new Date(this.#asked - OVERLAP),
    );
    this.#asked = began;
    const refs = this.#take(changed ?? []);
    if (refs.length === 0) return;
    for (const tell of this.#listeners) tell(refs);
  }

  /** Newest first. */
  of(
    pipelineRef: string,
    { name, cluster }: Pick<Environment, 'name' | 'cluster'>,
    object: Pick<ObjectRef, 'kind' | 'namespace' | 'name'>,
  ): readonly KeptStart[] {
    const path = `${object.kind}/${object.namespace}/${object.name}`;
    return this.#starts.get(keyOf([pipelineRef, name, cluster, path])) ?? [];
  }

  /** @returns the refs of pipelines of which something is new */
  #take(placed: readonly PlacedStart[]): string[] {
    const refs = new Set<string>();
    for (const { place, start } of placed) {
      const { pipelineRef, environment, cluster, object } = place;
      const key = keyOf([pipelineRef, environment, cluster, object]);
      const known = this.#starts.get(key) ?? [];
      const same = known.find(({ id }) => id === start.id);
      if (same && JSON.stringify(same) === JSON.stringify(start)) continue;
      refs.add(pipelineRef);
      this.#starts.set(
        key,
        [start, ...known.filter(one => one !== same)]
          .sort((a, b) => b.at.localeCompare(a.at) || (a.id < b.id ? 1 : -1))
          .slice(0, MOST),
      );
    }
    return [...refs];
  }
}

function keyOf(parts: readonly string[]): string {
  return JSON.stringify(parts);
}

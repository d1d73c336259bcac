import { HealthChange } from '../../service/HealthChange';
import { stateId } from '../database/ids';
import { PlacedFact, TransitionFact } from '../facts/Fact';
import { transitionFact } from '../facts/transition';
import { HistoryStore, KnownState } from '../HistoryStore';

/**
 * Compares now and then what is known here with what was recorded last. They
 * differ where a change was lost: the portal was killed before it was written,
 * or two replicas were in each other's way.
 */
export class HealthSweep {
  readonly #store: HistoryStore;
  /** What is known here, by the state's id. */
  readonly #known = new Map<string, HealthChange>();
  /** Those that differed the last time as well. */
  #differed = new Set<string>();

  constructor(store: HistoryStore) {
    this.#store = store;
  }

  healthChanged(changes: readonly HealthChange[]) {
    for (const change of changes) {
      this.#known.set(stateId(change.place), change);
    }
  }

  /**
   * @returns what has to be recorded again
   * @throws Error where the database does not answer
   */
  async compare(now: Date): Promise<Array<PlacedFact<TransitionFact>>> {
    const states = await this.#store.knownStates();
    const differ = new Set<string>();
    const lost: Array<PlacedFact<TransitionFact>> = [];
    for (const [id, change] of this.#known) {
      const state = states.get(id);
      if (state && (isSame(state, change) || state.version > change.version)) {
        continue;
      }
      differ.add(id);
      // The first time it may be on its way.
      if (!this.#differed.has(id)) continue;
      lost.push({
        ...transitionFact(change),
        at: now.toISOString(),
        before: state,
      });
    }
    this.#differed = differ;
    return lost;
  }

  /** Ids of the states that are known here. */
  ids(): string[] {
    return [...this.#known.keys()];
  }
}

function isSame(state: KnownState, { after }: HealthChange): boolean {
  return state.health === after.health && state.reason === after.reason;
}

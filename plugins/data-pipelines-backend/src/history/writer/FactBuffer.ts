import { FactKind, PlacedFact } from '../facts/Fact';

/** Room is made in steps, so that it is not looked for with every fact. */
const STEP = 100;

/**
 * Facts that wait to be written, in the order they came, a bounded number of
 * them. What only counts up waits once.
 */
export class FactBuffer {
  readonly #most: number;
  readonly #onDrop: (kind: FactKind) => void;
  readonly #facts = new Map<string, { fact: PlacedFact; since: number }>();
  #added = 0;

  /** @param options - `onDrop` hears of each fact that found no room */
  constructor(options: { most: number; onDrop: (kind: FactKind) => void }) {
    this.#most = options.most;
    this.#onDrop = options.onDrop;
  }

  get size(): number {
    return this.#facts.size;
  }

  /** Since when the first one waits: milliseconds; undefined where none does. */
  get since(): number | undefined {
    const [first] = this.#facts.values();
    return first?.since;
  }

  add(fact: PlacedFact) {
    const key = this.#keyOf(fact);
    const waiting = this.#facts.get(key);
    if (waiting && countOf(waiting.fact) >= countOf(fact)) return;
    const since = waiting?.since ?? Date.now();
    this.#facts.set(key, { fact, since });
    if (this.#facts.size > this.#most) this.#makeRoom();
  }

  /** The first ones; they stay until {@link remove}. */
  first(count: number): Array<[string, PlacedFact]> {
    const taken: Array<[string, PlacedFact]> = [];
    for (const [key, { fact }] of this.#facts) {
      if (taken.length === count) break;
      taken.push([key, fact]);
    }
    return taken;
  }

  /** Forgets what was written, unless it has counted further since. */
  remove(written: ReadonlyArray<[string, PlacedFact]>) {
    for (const [key, fact] of written) {
      if (this.#facts.get(key)?.fact === fact) this.#facts.delete(key);
    }
  }

  #keyOf(fact: PlacedFact): string {
    const { pipelineRef, environment, object } = fact.place;
    const whose = `${pipelineRef} ${environment} ${object}`;
    switch (fact.kind) {
      case 'event':
        return `event ${whose} ${fact.key} ${fact.source}`;
      case 'restart':
        return `restart ${whose} ${fact.key}`;
      default:
        return `${fact.kind} ${this.#added++}`;
    }
  }

  /** Events first: they are many, and say the least. Then the oldest. */
  #makeRoom() {
    const wanted = Math.min(STEP, this.#most);
    const victims: Array<[string, PlacedFact]> = [];
    for (const events of [true, false]) {
      for (const [key, { fact }] of this.#facts) {
        if (victims.length === wanted) break;
        if ((fact.kind === 'event') === events) victims.push([key, fact]);
      }
    }
    for (const [key, { kind }] of victims) {
      this.#facts.delete(key);
      this.#onDrop(kind);
    }
  }
}

function countOf(fact: PlacedFact): number {
  switch (fact.kind) {
    case 'event':
      return fact.count;
    case 'restart':
      return fact.rank;
    default:
      return 0;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

interface Kept<T> {
  result: Promise<T>;
  /** When the work begins, or began. */
  begins: number;
  until: number;
}

/**
 * Work that many ask for at the same time is done once, and its result serves
 * for a while. A failure serves nobody later.
 */
export class Shared<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #milliseconds: number;
  readonly #pause: number;
  readonly #limit: number;

  /**
   * @param options - `milliseconds` a result serves; `pause` after which a
   * change may make it be done again; `limit` of results, the oldest go first
   */
  constructor(options: {
    milliseconds: number;
    pause?: number;
    limit?: number;
  }) {
    this.#milliseconds = options.milliseconds;
    this.#pause = options.pause ?? 0;
    this.#limit = options.limit ?? 200;
  }

  /** @param changedAt - what began before this is out of date */
  get(key: string, work: () => Promise<T>, changedAt = 0): Promise<T> {
    const now = Date.now();
    const known = this.#kept.get(key);
    if (known && known.until > now && known.begins >= changedAt) {
      return known.result;
    }
    const begins = Math.max(now, known ? known.begins + this.#pause : 0);
    const kept: Kept<T> = {
      result: begins > now ? sleep(begins - now).then(work) : work(),
      begins,
      until: Infinity,
    };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    kept.result.then(
      () => {
        kept.until = Date.now() + this.#milliseconds;
      },
      () => {
        if (this.#kept.get(key) === kept) this.#kept.delete(key);
      },
    );
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#limit) break;
      this.#kept.delete(oldest);
    }
    return kept.result;
  }
}

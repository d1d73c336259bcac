interface Kept<T> {
  result: Promise<T>;
  until: number;
}

/**
 * Work that many ask for at the same time is done once, and its result serves
 * for a while. A failure serves nobody later.
 */
export class Shared<T> {
  readonly #kept = new Map<string, Kept<T>>();
  readonly #milliseconds: number;
  readonly #limit: number;

  /** @param options - `milliseconds` a result serves; `limit` of results, the oldest go first */
  constructor(options: { milliseconds: number; limit?: number }) {
    this.#milliseconds = options.milliseconds;
    this.#limit = options.limit ?? 200;
  }

  get(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key);
    if (known && known.until > Date.now()) return known.result;
    const kept: Kept<T> = { result: work(), until: Infinity };
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

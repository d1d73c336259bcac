/** Lets a few in at once; the others wait in the order they came. */
export class Gate {
  #free: number;
  readonly #waiting: Array<() => void> = [];

  /** @param places - how many at once */
  constructor(places: number) {
    this.#free = places;
  }

  async run<T>(body: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>(resolve => this.#waiting.push(resolve));
    try {
      return await body();
    } finally {
      const next = this.#waiting.shift();
      // The place goes from one to the next without being free between.
      if (next) next();
      else this.#free++;
    }
  }
}

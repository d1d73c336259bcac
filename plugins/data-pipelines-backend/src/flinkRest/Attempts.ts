import { createHash } from 'node:crypto';

/** Rounds after which one that does not answer is asked again, at the longest. */
const LONGEST = 10;

/** When one Flink cluster is to be asked, and what came of it so far. */
export class Attempts {
  /** Jobs in it that run. */
  jobs = 0;
  /** Milliseconds of a round. */
  every: number;
  /** Its own moment in a round, a part of 1, so that they do not come together. */
  readonly #phase: number;
  #isBusy = false;
  #nextAt = Infinity;
  #failures = 0;
  #hasAnswered = false;
  #sentence: string | undefined;

  constructor(name: string, every: number) {
    this.every = every;
    const hash = createHash('sha256').update(name).digest();
    this.#phase = hash.readUInt32BE() / 2 ** 32;
  }

  /** Times in a row that it did not answer. */
  get failures() {
    return this.#failures;
  }

  get hasAnswered() {
    return this.#hasAnswered;
  }

  /** Why it did not answer last time. */
  get sentence() {
    return this.#sentence;
  }

  /** It should be asked soon: within so many milliseconds, at its own moment. */
  hurry(now: number, within: number) {
    this.#nextAt = Math.min(this.#nextAt, now + this.#phase * within);
  }

  /** @returns whether it is its turn; then `end` has to follow */
  begin(now: number): boolean {
    if (this.#isBusy || this.#nextAt > now) return false;
    this.#isBusy = true;
    return true;
  }

  end(now: number) {
    this.#isBusy = false;
    this.#nextAt = this.#failures > 0 ? this.#later(now) : this.#inTurn(now);
  }

  answered() {
    this.#failures = 0;
    this.#hasAnswered = true;
    this.#sentence = undefined;
  }

  failed(sentence: string) {
    this.#failures++;
    this.#sentence = sentence;
  }

  #later(now: number): number {
    const rounds = Math.min(LONGEST, 2 ** (this.#failures - 1));
    return now + rounds * this.every * (0.75 + Math.random() / 2);
  }

  #inTurn(now: number): number {
    const every = this.every;
    const offset = this.#phase * every;
    const next = Math.floor((now - offset) / every + 1) * every + offset;
    return next - now < every / 2 ? next + every : next;
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './failure';

const FIRST = 500;
const LONGEST = 30_000;
const LONGEST_ORDERED = 120_000;

/** Waits longer after each failure; or as long as the cluster asks for. */
export class Backoff {
  #failures = 0;

  /** How often in a row it failed. */
  get failures() {
    return this.#failures;
  }

  succeeded() {
    this.#failures = 0;
  }

  /** What had been taken for a success was none. */
  hadNot(failures: number) {
    this.#failures = failures;
  }

  /** Jitter: a cluster that returns is not met by everybody at once. */
  async wait(error: unknown, signal: AbortSignal): Promise<void> {
    const own = Math.min(LONGEST, FIRST * 2 ** this.#failures++);
    const ordered = error instanceof Refusal ? error.retryAfter : undefined;
    const time =
      ordered === undefined
        ? own * (0.5 + Math.random() / 2)
        : Math.min(LONGEST_ORDERED, ordered) * (1 + Math.random() / 10);
    await pause(time, signal);
  }
}

/** Ends early when the signal does; never throws. */
export async function pause(milliseconds: number, signal: AbortSignal) {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
}

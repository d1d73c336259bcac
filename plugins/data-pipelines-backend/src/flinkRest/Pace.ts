import { performance } from 'node:perf_hooks';

/** Flinks that are asked in a second, in all clusters together. */
export const A_SECOND = 10;
/** While the portal is busy; a round is then 2.5 times as long, and an answer stays fresh for three. */
const WHILE_BUSY = 4;
/** It is when its thread worked for more than this part of the time. */
const BUSY = 0.5;
/** Milliseconds between two looks at that. */
const LOOK = 1_000;

/** Lets those who ask through one after the other, and slower while people wait for the portal. */
export class Pace {
  #last = Promise.resolve();
  #isBusy = false;
  #lookedAt = -Infinity;
  readonly #utilization: () => number;

  /** @param utilization - of the portal's thread since it was called last, a part of 1 */
  constructor(utilization: () => number = sinceLastTime()) {
    this.#utilization = utilization;
  }

  /** Resolves when it is the caller's turn. */
  turn(): Promise<void> {
    const before = this.#last;
    this.#last = before.then(
      () => new Promise(resolve => setTimeout(resolve, this.#rest()).unref()),
    );
    return before;
  }

  #rest(): number {
    const now = Date.now();
    if (now - this.#lookedAt >= LOOK) {
      this.#lookedAt = now;
      this.#isBusy = this.#utilization() > BUSY;
    }
    return 1_000 / (this.#isBusy ? WHILE_BUSY : A_SECOND);
  }
}

function sinceLastTime(): () => number {
  let last = performance.eventLoopUtilization();
  return () => {
    const before = last;
    last = performance.eventLoopUtilization();
    return performance.eventLoopUtilization(last, before).utilization;
  };
}

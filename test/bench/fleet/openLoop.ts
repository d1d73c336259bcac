/** How well a generator kept its promise. */
export interface Achieved {
  /** Begun in a second. */
  rate: number;
  /** How much later than intended they began (ms), each. */
  lags: number[];
}

/** More than these at once would only drown who is asked: then lag grows instead. */
const MOST_AT_ONCE = 200;

/**
 * Begins work at fixed times, whether what was begun before is done or not:
 * who waits for answers does not see what makes others wait.
 *
 * @param work - is given when it should have begun (`performance.now()`)
 */
export async function openLoop(options: {
  rate: number;
  seconds: number;
  work: (intended: number, index: number) => Promise<void>;
}): Promise<Achieved> {
  const { rate, seconds, work } = options;
  const count = Math.round(rate * seconds);
  const began = performance.now();
  const lags: number[] = [];
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (let i = 0; i < count && failures.length === 0; i++) {
    const intended = began + (i * 1000) / rate;
    const wait = intended - performance.now();
    // A timer of less than a millisecond is one of a millisecond.
    if (running.size >= MOST_AT_ONCE) await Promise.race(running);
    if (wait > 0.5) await new Promise(resolve => setTimeout(resolve, wait));
    lags.push(Math.max(0, performance.now() - intended));
    const one = work(intended, i)
      .catch(error => void failures.push(error))
      .finally(() => running.delete(one));
    running.add(one);
  }
  const took = (performance.now() - began) / 1000;
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
  return { rate: count / took, lags };
}

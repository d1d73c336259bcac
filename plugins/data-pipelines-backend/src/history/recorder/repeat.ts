import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does something now and again after each pause, until the signal. What fails
 * is tried again the next time: whoever does it says why.
 */
export async function repeat(
  signal: AbortSignal,
  pause: number,
  work: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await work().catch(() => {});
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
  }
}

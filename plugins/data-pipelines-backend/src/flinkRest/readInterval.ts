import { numberIn, objectIn } from './fields';

/** Flink writes the largest number there is where checkpoints are off. */
const NEVER = 10 * 365 * 24 * 60 * 60_000;

/**
 * `/jobs/:job/checkpoints/config`: milliseconds between checkpoints, undefined
 * where there are none.
 */
export function readInterval(json: unknown): number | undefined {
  const interval = numberIn(objectIn<{ interval?: unknown }>(json).interval);
  return interval && interval > 0 && interval < NEVER ? interval : undefined;
}

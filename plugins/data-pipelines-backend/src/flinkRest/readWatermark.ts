import { listIn, numberIn, timeIn } from './fields';

/** `/jobs/:job/vertices/:vertex/watermarks`: that of the slowest subtask. */
export function readWatermark(json: unknown): string | undefined {
  const values = listIn<{ value?: unknown }>(json).map(({ value }) =>
    numberIn(value),
  );
  // A subtask that has seen none yet says the least of all numbers.
  return values.includes(undefined) || values.length === 0
    ? undefined
    : timeIn(Math.min(...(values as number[])));
}

const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const;

/** A wait, in one unit. */
export interface Wait {
  unit: 'days' | 'hours' | 'minutes' | 'seconds' | 'past' | 'unknown';
  count: number;
}

/**
 * How long it takes until a moment, in the largest unit that fits.
 *
 * @param at - ISO 8601
 * @param now - milliseconds since the epoch
 */
export function timeUntil(at: string, now: number): Wait {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  if (Number.isNaN(seconds)) return { unit: 'unknown', count: 0 };
  if (seconds <= 0) return { unit: 'past', count: 0 };
  for (const [unit, size] of UNITS) {
    if (seconds >= size) return { unit, count: Math.floor(seconds / size) };
  }
  return { unit: 'seconds', count: seconds };
}

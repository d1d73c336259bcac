const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const;

/** How long ago, in one unit. */
export interface Age {
  unit: 'days' | 'hours' | 'minutes' | 'seconds' | 'now' | 'unknown';
  count: number;
}

/**
 * How long ago a moment was, in the largest unit that fits.
 *
 * @param at - ISO 8601
 * @param now - milliseconds since the epoch
 */
export function age(at: string, now: number): Age {
  // The cluster's clock may be a little ahead of ours.
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000));
  if (Number.isNaN(seconds)) return { unit: 'unknown', count: 0 };
  for (const [unit, size] of UNITS) {
    if (seconds >= size) return { unit, count: Math.floor(seconds / size) };
  }
  return { unit: seconds < 10 ? 'now' : 'seconds', count: seconds };
}

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
] as const;

/**
 * How long ago a moment was, in one unit: `12 min`.
 *
 * @param at - ISO 8601
 * @param now - milliseconds since the epoch
 */
export function age(at: string, now: number): string {
  // The cluster's clock may be a little ahead of ours.
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000));
  if (Number.isNaN(seconds)) return 'unknown';
  for (const [unit, size] of UNITS) {
    if (seconds >= size) return `${Math.floor(seconds / size)} ${unit} ago`;
  }
  return seconds < 10 ? 'just now' : `${seconds} s ago`;
}

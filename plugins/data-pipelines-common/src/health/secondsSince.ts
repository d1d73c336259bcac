/**
 * How long ago something was, in seconds; 0 where the time is missing or makes
 * no sense, so that nobody is blamed for it.
 */
export function secondsSince(time: string | undefined, now: Date): number {
  const then = Date.parse(time ?? '');
  return Number.isNaN(then) ? 0 : Math.max(0, (now.getTime() - then) / 1000);
}

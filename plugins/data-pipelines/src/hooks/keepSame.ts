/**
 * `after`, but with the very parts of `before` that are equal: what did not
 * change is the same object, so that React draws only what did.
 */
export function keepSame<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after;
  if (!isObject(before) || !isObject(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const keys = Object.keys(after);
  const old = new Map(Object.entries(before));
  const parts = Object.entries(after).map(
    ([key, value]) => [key, keepSame(old.get(key), value)] as const,
  );
  if (
    keys.length === old.size &&
    parts.every(
      ([key, value]) => old.has(key) && Object.is(old.get(key), value),
    )
  ) {
    return before as T;
  }
  return (
    Array.isArray(after)
      ? parts.map(([, value]) => value)
      : Object.fromEntries(parts)
  ) as T;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

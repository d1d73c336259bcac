/** Whether two parts of objects say the same, whatever the order of keys. */
export function equal(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const entries = Object.entries(one).filter(
    ([, value]) => value !== undefined,
  );
  const others = new Map(
    Object.entries(other).filter(([, value]) => value !== undefined),
  );
  return (
    entries.length === others.size &&
    entries.every(
      ([key, value]) => others.has(key) && equal(value, others.get(key)),
    )
  );
}

/** What stands at a path such as `spec.selector`; undefined where nothing does. */
export function valueAt(object: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, object);
}

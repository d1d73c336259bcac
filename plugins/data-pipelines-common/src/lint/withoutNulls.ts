/** A copy as the API server takes it: a key that is null is a key that is absent. */
export function withoutNulls<T>(value: T): T {
  return copy(value) as T;
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter(item => item !== null && item !== undefined).map(copy);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null && item !== undefined)
      .map(([key, item]) => [key, copy(item)]),
  );
}

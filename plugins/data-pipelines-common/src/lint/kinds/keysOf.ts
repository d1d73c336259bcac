/** Every key of an object, however deep, with its path. */
export function keysOf(
  value: unknown,
  path: string,
): Array<{ key: string; path: string }> {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    { key, path: `${path}.${key}` },
    ...keysOf(item, `${path}.${key}`),
  ]);
}

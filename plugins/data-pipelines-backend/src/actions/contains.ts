/** Whether an object has all that a merge patch asks for. */
export function contains(object: unknown, patch: unknown): boolean {
  if (typeof patch !== 'object' || patch === null) {
    return patch === null ? object === undefined : object === patch;
  }
  if (Array.isArray(patch)) {
    return JSON.stringify(object) === JSON.stringify(patch);
  }
  if (typeof object !== 'object' || object === null) return false;
  return Object.entries(patch).every(([key, value]) =>
    contains(Reflect.get(object, key), value),
  );
}

import { JsonObject, JsonValue } from '@backstage/types';

/**
 * Values with others over them, as Helm merges values files: maps merge,
 * anything else replaces. A null stays: it is refused where it is found.
 *
 * @public
 */
export function mergeValues(base: JsonObject, over: JsonObject): JsonObject {
  // A map: a topic may be called __proto__.
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key);
    merged.set(
      key,
      isMap(below) && isMap(value) ? mergeValues(below, value) : value,
    );
  }
  return Object.fromEntries(merged);
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { readMap, ValueEdit } from '../generator';

/**
 * The edits that put a part of a values file into a whole one: maps merge, as
 * Helm merges files, anything else replaces. It is read as Helm reads it.
 *
 * @throws InputError where it is no YAML map, or an empty one
 */
export function fragmentEdits(text: string): ValueEdit[] {
  const edits = leaves(readMap(text, 'Values'), []);
  if (edits.length > 0) return edits;
  throw new InputError(
    'Values: they say nothing; write them as in a values file, such as "flink: { jobs: { … } }"',
  );
}

function leaves(values: JsonObject, above: string[]): ValueEdit[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const path = [...above, key];
    return isMap(value) && Object.keys(value).length > 0
      ? leaves(value, path)
      : [{ path, value }];
  });
}

function isMap(value: unknown): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value as JsonValue)
  );
}

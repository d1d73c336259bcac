import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { ValueEdit } from '@headworks/backstage-plugin-data-pipelines-node';
import { parse } from 'yaml';

/**
 * The edits that put a part of a values file into a whole one: maps merge, as
 * Helm merges files, anything else replaces.
 *
 * @throws InputError where it is no YAML map
 */
export function fragmentEdits(text: string): ValueEdit[] {
  const values = readFragment(text);
  if (!isMap(values)) {
    throw new InputError(
      'Values: they are no map; write them as in a values file, such as "flink: { jobs: { … } }"',
    );
  }
  return leaves(values, []);
}

function readFragment(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [sentence] = (error as Error).message.split('\n');
    throw new InputError(`Values: ${sentence}; correct the YAML there`);
  }
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

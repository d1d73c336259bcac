import { JsonObject, JsonValue } from '@backstage/types';
import {
  liveDifferences,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * A live object as a chart would render it: the live values of the fields that
 * the chart sets now or set when it was applied last, in the chart's spelling
 * where both mean the same. What others added is left out.
 *
 * @param wanted - what the chart renders now; what was applied where it no longer does
 * @param applied - what was applied last, where that is known
 */
export function asDeployed(
  wanted: RenderedObject,
  applied: RenderedObject | undefined,
  live: RenderedObject,
): RenderedObject {
  const fields = both(json(wanted), applied && json(applied)) as JsonObject;
  const differing = new Set(
    liveDifferences(fields as unknown as RenderedObject, live).map(
      ({ path }) => path,
    ),
  );
  const found = overlaid('', fields, json(live), differing) as JsonObject;
  return found as unknown as RenderedObject;
}

/** The fields of both, with the values of the first. */
function both(first: JsonValue, second: JsonValue | undefined): JsonValue {
  if (!isMap(first) || !isMap(second)) return first;
  const fields = new Map(Object.entries(first));
  for (const [key, value] of Object.entries(second)) {
    const own = fields.get(key);
    fields.set(key, own === undefined ? value : both(own, value));
  }
  return Object.fromEntries(fields);
}

function overlaid(
  path: string,
  field: JsonValue | undefined,
  live: JsonValue | undefined,
  differing: ReadonlySet<string>,
): JsonValue | undefined {
  if (differing.has(path)) return live;
  const isSame = ![...differing].some(other => isBelow(other, path));
  if (isSame || field === undefined) return field;
  if (isMap(field) && isMap(live)) {
    return Object.fromEntries(
      Object.keys(field).flatMap(key => {
        const value = overlaid(
          step(path, key),
          field[key],
          Object.hasOwn(live, key) ? live[key] : undefined,
          differing,
        );
        return value === undefined ? [] : [[key, value]];
      }),
    );
  }
  return Array.isArray(field) && Array.isArray(live)
    ? entries(path, field, live, differing)
    : live;
}

/** In the order in which they are live: what is more or less there shows. */
function entries(
  path: string,
  fields: JsonValue[],
  live: JsonValue[],
  differing: ReadonlySet<string>,
): JsonValue[] {
  const names = [nameOf, (_: JsonValue, place: number) => `${place}`];
  const key = [...fields, ...live].every(entry => nameOf(entry) !== undefined)
    ? names[0]
    : names[1];
  const known = new Map(fields.map((entry, at) => [key(entry, at), entry]));
  return live.flatMap((entry, at) => {
    const name = key(entry, at);
    const value = overlaid(
      `${path}[${name}]`,
      known.get(name),
      entry,
      differing,
    );
    return value === undefined ? [] : [value];
  });
}

function nameOf(entry: JsonValue): string | undefined {
  return isMap(entry) && typeof entry.name === 'string'
    ? entry.name
    : undefined;
}

/** As `liveDifferences` writes paths. */
function step(path: string, key: string): string {
  if (path === '') return key;
  return /^[\w-]+$/.test(key) ? `${path}.${key}` : `${path}[${key}]`;
}

function isBelow(other: string, path: string): boolean {
  return (
    path === '' ||
    (other.startsWith(path) && /^[.[]/.test(other.slice(path.length)))
  );
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function json(object: RenderedObject): JsonObject {
  return object as unknown as JsonObject;
}

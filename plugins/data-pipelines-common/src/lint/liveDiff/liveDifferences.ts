import { JsonObject, JsonValue } from '@backstage/types';
import { FieldDifference } from '../../model/drift';
import { groupOf, RenderedObject } from '../compare/renderedObject';
import { sameScalar } from './sameScalar';

/**
 * Where a live object is not what the chart renders. Only what is rendered is
 * asked for: status, defaults and whatever the API server, controllers or
 * people add beside it are no difference. An entry more in a rendered list is
 * one, because a list is one value.
 *
 * @public
 */
export function liveDifferences(
  rendered: RenderedObject,
  live: RenderedObject,
): FieldDifference[] {
  const { metadata, status: _, ...rest } = asJson(rendered);
  const { labels = {}, annotations = {} } = metadata as JsonObject;
  const context = { dropsZeros: isBuiltIn(groupOf(rendered)), keys: [] };
  return differencesOf(
    context,
    { ...rest, metadata: { labels, annotations } },
    asJson(live),
  );
}

interface Context {
  /** Whether the API server leaves out what is zero, false or empty. */
  dropsZeros: boolean;
  /** The keys on the way, without the entries of lists. */
  keys: string[];
  path?: string;
}

function differencesOf(
  at: Context,
  inGit: JsonValue | undefined,
  live: JsonValue | undefined,
): FieldDifference[] {
  if (isNothing(inGit) && isNothing(live)) return [];
  if (live === undefined && at.dropsZeros && isZero(inGit)) return [];
  if (isMap(inGit) && isMap(live)) {
    const there = new Map(Object.entries(live));
    return Object.entries(inGit).flatMap(([key, value]) =>
      differencesOf(inside(at, key), value, there.get(key)),
    );
  }
  if (Array.isArray(inGit) && Array.isArray(live)) {
    return entryDifferences(at, inGit, live);
  }
  return sameScalar(at.keys, inGit, live) ? [] : [difference(at, inGit, live)];
}

/** Entries with names stand for themselves wherever they are, as in `env`; others by their place. */
function entryDifferences(
  at: Context,
  inGit: JsonValue[],
  live: JsonValue[],
): FieldDifference[] {
  const [wanted, there] = [byName(inGit), byName(live)];
  const [from, to] =
    wanted && there ? [wanted, there] : [byPlace(inGit), byPlace(live)];
  const isPlain = inGit.every(entry => !isMap(entry) && !Array.isArray(entry));
  if (isPlain && inGit.length !== live.length) {
    return [difference(at, inGit, live)];
  }
  return [...new Set([...from.keys(), ...to.keys()])].flatMap(name => {
    const entry = entryOf(at, name);
    if (!from.has(name)) return [difference(entry, undefined, to.get(name))];
    return differencesOf(entry, from.get(name), to.get(name));
  });
}

function byName(list: JsonValue[]): Map<string, JsonValue> | undefined {
  const named = new Map<string, JsonValue>();
  for (const entry of list) {
    if (!isMap(entry) || typeof entry.name !== 'string') return undefined;
    named.set(entry.name, entry);
  }
  return named.size === list.length ? named : undefined;
}

function byPlace(list: JsonValue[]): Map<string, JsonValue> {
  return new Map(list.map((entry, place) => [`${place}`, entry]));
}

function inside({ dropsZeros, keys, path }: Context, key: string): Context {
  const step = /^[\w-]+$/.test(key) ? `.${key}` : `[${key}]`;
  return {
    dropsZeros,
    keys: [...keys, key],
    path: path === undefined ? key : `${path}${step}`,
  };
}

function entryOf(at: Context, name: string): Context {
  return { ...at, path: `${at.path}[${name}]` };
}

function difference(
  { path = '' }: Context,
  inGit: JsonValue | undefined,
  live: JsonValue | undefined,
): FieldDifference {
  return {
    path,
    ...(inGit !== undefined && { inGit }),
    ...(live !== undefined && { live }),
  };
}

/** What the API server takes for nothing said. */
function isNothing(value: JsonValue | undefined): boolean {
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  );
}

function isZero(value: JsonValue | undefined): boolean {
  return isMap(value)
    ? Object.values(value).every(inner => isNothing(inner) || isZero(inner))
    : value === '' || value === 0 || value === false;
}

/** With a dot; those of projects beside Kubernetes end in k8s.io too (sparkoperator.k8s.io). */
const BUILT_IN = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'certificates.k8s.io',
  'coordination.k8s.io',
  'discovery.k8s.io',
  'events.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io',
  'node.k8s.io',
  'rbac.authorization.k8s.io',
  'resource.k8s.io',
  'scheduling.k8s.io',
  'storage.k8s.io',
]);

/** Custom resources keep what was sent; Kubernetes' own kinds are written anew. */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || BUILT_IN.has(group);
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asJson(object: RenderedObject): JsonObject {
  return object as unknown as JsonObject;
}

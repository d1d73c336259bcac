import { InputError } from '@backstage/errors';
import {
  PipelineFacets,
  PipelineQuery,
  PipelineSummary,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';

const USUALLY = 100;

/** Compared item by item; the last item is the entity ref, so that none are equal. */
type Key = Array<string | number>;

const changed = ({ changedAt }: PipelineSummary) =>
  changedAt ? -Date.parse(changedAt) : 0;

const KEYS: Record<
  NonNullable<PipelineQuery['sort']>,
  (summary: PipelineSummary) => Key
> = {
  health: one => [severity(one.verdict.health), changed(one), one.entityRef],
  name: one => [(one.title ?? one.name).toLowerCase(), one.entityRef],
  owner: one => [one.owner ?? '', severity(one.verdict.health), one.entityRef],
  changed: one => [changed(one), one.entityRef],
};

/**
 * One page of the pipelines that a viewer may see. Pages go on after the last
 * row that was shown, by what it was sorted by: rows that come and go meanwhile
 * move no other.
 *
 * @throws InputError for a cursor of another order
 */
export function listPipelines(
  visible: readonly PipelineSummary[],
  query: PipelineQuery,
): {
  items: PipelineSummary[];
  nextCursor?: string;
  total: number;
  facets: PipelineFacets;
} {
  const { limit = USUALLY } = query;
  const sort = query.sort ?? 'health';
  const sign = query.order === 'desc' ? -1 : 1;
  const rows = visible
    .filter(summary => matches(summary, query))
    .map(summary => ({ summary, key: KEYS[sort](summary) }))
    .sort((a, b) => sign * compare(a.key, b.key));
  const from = query.cursor
    ? after(rows, fromCursor(query.cursor, sort, sign), sign)
    : 0;
  const page = rows.slice(from, from + limit);
  const last = page.at(-1);
  return {
    items: page.map(({ summary }) => summary),
    nextCursor:
      last && from + limit < rows.length
        ? toCursor({ sort, sign, key: last.key })
        : undefined,
    total: rows.length,
    facets: facetsOf(visible),
  };
}

function compare(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] < b[i]) return -1;
    if (a[i] > b[i]) return 1;
  }
  return 0;
}

function after(rows: ReadonlyArray<{ key: Key }>, key: Key, sign: number) {
  const next = rows.findIndex(row => sign * compare(row.key, key) > 0);
  return next < 0 ? rows.length : next;
}

function matches(
  {
    entityRef,
    owner,
    verdict,
    environments,
    engines,
    name,
    title,
  }: PipelineSummary,
  query: PipelineQuery,
): boolean {
  const text = query.text?.trim().toLowerCase();
  return (
    anyOf(query.ref, [entityRef]) &&
    anyOf(query.owner, owner === undefined ? [] : [owner]) &&
    anyOf(query.health, [verdict.health]) &&
    anyOf(query.engine, engines) &&
    placed(environments, query) &&
    (!text ||
      [name, title ?? '', verdict.message].some(one =>
        one.toLowerCase().includes(text),
      ))
  );
}

/** Cluster and environment have to be of one place. */
function placed(
  environments: PipelineSummary['environments'],
  { cluster, environment }: PipelineQuery,
): boolean {
  return (
    (!cluster?.length && !environment?.length) ||
    environments.some(
      one =>
        anyOf(cluster, [one.environment.cluster]) &&
        anyOf(environment, [one.environment.name]),
    )
  );
}

function anyOf<T>(wanted: readonly T[] | undefined, has: readonly T[]) {
  return !wanted?.length || has.some(one => wanted.includes(one));
}

function facetsOf(visible: readonly PipelineSummary[]): PipelineFacets {
  const facets = {
    all: visible.length,
    health: {} as Record<string, number>,
    owner: {} as Record<string, number>,
    cluster: {} as Record<string, number>,
    environment: {} as Record<string, number>,
    engine: {} as Record<string, number>,
  };
  const count = (values: Record<string, number>, names: Iterable<string>) => {
    for (const name of new Set(names)) {
      values[name] = (Object.hasOwn(values, name) ? values[name] : 0) + 1;
    }
  };
  for (const { verdict, owner, environments, engines } of visible) {
    count(facets.health, [verdict.health]);
    count(facets.owner, owner === undefined ? [] : [owner]);
    count(
      facets.cluster,
      environments.map(({ environment }) => environment.cluster),
    );
    count(
      facets.environment,
      environments.map(({ environment }) => environment.name),
    );
    count(facets.engine, engines);
  }
  return facets;
}

function toCursor(position: { sort: string; sign: number; key: Key }): string {
  const { sort, sign, key } = position;
  return Buffer.from(JSON.stringify([sort, sign, key])).toString('base64url');
}

function fromCursor(cursor: string, sort: string, sign: number): Key {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    parts = undefined;
  }
  if (
    Array.isArray(parts) &&
    parts[0] === sort &&
    parts[1] === sign &&
    Array.isArray(parts[2]) &&
    parts[2].every(one => typeof one === 'string' || typeof one === 'number')
  ) {
    return parts[2];
  }
  throw new InputError(
    'cursor: is none that this API gave for this order; leave it out to begin with the first page',
  );
}

import { Knex } from 'knex';
import { Detail, PlacedFact, ProgressFact } from '../facts/Fact';
import { milliseconds } from './milliseconds';
import { entryId } from './ids';
import { byId, chunks, EntryRow, placeColumns } from './tables';

type Progress =
  | PlacedFact<ProgressFact<'run'>>
  | PlacedFact<ProgressFact<'restart'>>
  | PlacedFact<ProgressFact<'snapshot'>>;

/**
 * Runs, restarts and snapshots: a row for each, replaced as it comes further.
 * Less progress never replaces more, whoever is late.
 */
export async function writeProgress(
  trx: Knex,
  facts: readonly Progress[],
): Promise<void> {
  const furthest = byId(furthestOf(facts));
  for (const part of chunks(furthest)) {
    const known = await knownRows(trx, part);
    const rows = await withoutNamesakes(
      trx,
      part.map(row => withEarlierDetail(row, known.get(row.id))),
    );
    if (rows.length === 0) continue;
    await trx<EntryRow>('history_entries')
      .insert(rows)
      .onConflict('id')
      .merge(['at', 'rank', 'open', 'alias', 'detail', 'entity_ref'])
      .whereRaw('excluded.rank > history_entries.rank');
    for (const row of rows.filter(one => one.open)) await closeOthers(trx, row);
  }
}

function furthestOf(facts: readonly Progress[]): EntryRow[] {
  const rows = new Map<string, EntryRow>();
  for (const fact of facts) {
    const row = progressRow(fact);
    const other = rows.get(row.id);
    if (!other) rows.set(row.id, row);
    else if (row.rank > other.rank) {
      rows.set(row.id, withEarlierDetail(row, other));
    }
  }
  return [...rows.values()];
}

async function knownRows(trx: Knex, rows: readonly EntryRow[]) {
  const known = await trx<EntryRow>('history_entries').whereIn(
    'id',
    rows.map(({ id }) => id),
  );
  return new Map(known.map(row => [row.id, row]));
}

/** What was known at the beginning, such as the savepoint it started from. */
function withEarlierDetail(row: EntryRow, known: EntryRow | undefined) {
  return known
    ? {
        ...row,
        detail: JSON.stringify({
          ...JSON.parse(known.detail),
          ...JSON.parse(row.detail),
        }),
      }
    : row;
}

/**
 * One savepoint is known from its own object and from the job's status: the
 * row of the object stays.
 */
async function withoutNamesakes(
  trx: Knex,
  rows: readonly EntryRow[],
): Promise<EntryRow[]> {
  const aliases = rows.flatMap(({ alias }) => (alias ? [alias] : []));
  if (aliases.length === 0) return [...rows];
  const stored = await trx<EntryRow>('history_entries').whereIn(
    'alias',
    aliases,
  );
  const owners = new Map(stored.map(row => [row.alias, row]));
  const kept = new Map<string, EntryRow>();
  // Objects first: what only a status names gives way to them.
  const inOrder = [...rows].sort(
    (a, b) => Number(isWeak(a)) - Number(isWeak(b)),
  );
  for (const row of inOrder) {
    const owner = row.alias === null ? undefined : owners.get(row.alias);
    if (!owner || owner.id === row.id) {
      kept.set(row.id, row);
      owners.set(row.alias, row);
    } else if (isWeak(owner)) {
      await trx<EntryRow>('history_entries').where({ id: owner.id }).delete();
      const whole = withEarlierDetail(row, owner);
      kept.set(row.id, whole);
      owners.set(row.alias, whole);
    } else if (!isWeak(row)) {
      // Two objects of one path: both stay.
      kept.set(row.id, { ...row, alias: null });
    } else {
      const detail = withEarlierDetail(owner, row).detail;
      if (kept.has(owner.id)) kept.set(owner.id, { ...owner, detail });
      else await addDetail(trx, owner, detail);
    }
  }
  return byId([...kept.values()]);
}

/** Known by its path alone. */
function isWeak(row: EntryRow): boolean {
  return row.id === row.alias;
}

async function addDetail(trx: Knex, { id }: EntryRow, detail: string) {
  await trx<EntryRow>('history_entries').where({ id }).update({ detail });
}

/** A new run of an object has begun: what ran before it has ended. */
async function closeOthers(trx: Knex, row: EntryRow): Promise<void> {
  const others = await trx<EntryRow>('history_entries')
    .where({
      pipeline_ref: row.pipeline_ref,
      environment: row.environment,
      cluster: row.cluster,
      object: row.object,
      kind: row.kind,
      open: true,
    })
    .where('at', '<', row.at)
    .whereNot({ id: row.id });
  for (const other of others) {
    const detail: Detail<'run'> = {
      ...JSON.parse(other.detail),
      state: 'stopped',
    };
    await trx<EntryRow>('history_entries')
      .where({ id: other.id, open: true })
      .update({ open: false, detail: JSON.stringify(detail) });
  }
}

function progressRow(fact: Progress): EntryRow {
  const { place, kind, key } = fact;
  return {
    id: entryId(place, kind, key),
    ...placeColumns(place),
    kind,
    at: milliseconds(fact.at),
    rank: fact.rank,
    open: fact.open ?? false,
    alias: fact.alias ? entryId(place, kind, fact.alias) : null,
    count: null,
    earlier_count: 0,
    first_at: null,
    detail: JSON.stringify(fact.detail),
  };
}

import { Knex } from 'knex';
import { PlacedFact, StartFact } from '../facts/Fact';
import { entryId } from './ids';
import { milliseconds } from './milliseconds';
import { StartRow } from './startRows';
import { byId, chunks, placeColumns } from './tables';

/**
 * Starts of jobs: a row for each, which grows as more is known. What somebody
 * acknowledged stays as it is.
 */
export async function writeStarts(
  trx: Knex,
  facts: ReadonlyArray<PlacedFact<StartFact>>,
): Promise<void> {
  for (const part of chunks(byId(richest(facts.map(startRow))))) {
    const ids = part.map(({ id }) => id);
    const stored = await trx<StartRow>('history_starts').whereIn('id', ids);
    const known = new Map(stored.map(row => [row.id, row]));
    const rows = part.flatMap(row => {
      const before = known.get(row.id);
      return before && Number(before.rank) >= Number(row.rank)
        ? []
        : [together(before, row)];
    });
    if (rows.length === 0) continue;
    await trx<StartRow>('history_starts')
      .insert(rows)
      .onConflict('id')
      .merge(['rank', 'detail', 'entity_ref', 'changed_at'])
      .whereRaw('excluded.rank > history_starts.rank');
  }
}

/** One row an id, with all that the facts of a batch say of it. Of two that know as much the first counts. */
function richest(rows: readonly StartRow[]): StartRow[] {
  const found = new Map<string, StartRow>();
  const inOrder = [...rows].sort((a, b) => Number(a.rank) - Number(b.rank));
  for (const row of inOrder) {
    const before = found.get(row.id);
    if (before?.rank !== row.rank) found.set(row.id, together(before, row));
  }
  return [...found.values()];
}

function together(before: StartRow | undefined, row: StartRow): StartRow {
  if (!before) return row;
  const detail = { ...JSON.parse(before.detail), ...JSON.parse(row.detail) };
  return { ...row, detail: JSON.stringify(detail) };
}

function startRow({ place, key, at, rank, detail }: PlacedFact<StartFact>) {
  return {
    id: entryId(place, 'start', key),
    ...placeColumns(place),
    at: milliseconds(at),
    rank,
    detail: JSON.stringify(detail),
    acknowledged_by: null,
    acknowledged_at: null,
    acknowledged_reason: null,
    changed_at: Date.now(),
  };
}

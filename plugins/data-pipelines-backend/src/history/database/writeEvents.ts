import { Knex } from 'knex';
import { EventFact, PlacedFact } from '../facts/Fact';
import { milliseconds } from './milliseconds';
import { entryId, eventCountId } from './ids';
import { byId, chunks, EntryRow, EventCountRow, placeColumns } from './tables';

/**
 * Events of one pattern are one row. How often comes from the Event objects
 * themselves: each counts what it said last, whoever saw it.
 */
export async function writeEvents(
  trx: Knex,
  facts: ReadonlyArray<PlacedFact<EventFact>>,
): Promise<void> {
  const entries = new Map<string, EntryRow>();
  const counts = new Map<string, EventCountRow>();
  for (const fact of facts) {
    const row = eventRow(fact);
    entries.set(row.id, newer(entries.get(row.id), row));
    const id = eventCountId(row.id, fact.source);
    const count = Math.max(fact.count, Number(counts.get(id)?.count ?? 0));
    counts.set(id, { id, entry_id: row.id, count, at: row.at });
  }
  // The entries first: their lock makes replicas add up one after the other.
  for (const rows of chunks(byId([...entries.values()]))) {
    await putEntries(trx, rows);
  }
  for (const rows of chunks(byId([...counts.values()]))) {
    await trx<EventCountRow>('history_event_counts')
      .insert(rows)
      .onConflict('id')
      .merge(['count', 'at'])
      .whereRaw('excluded.count > history_event_counts.count');
  }
  for (const ids of chunks([...entries.keys()])) {
    await trx<EntryRow>('history_entries')
      .whereIn('id', ids)
      .update({
        count: trx.raw(
          'earlier_count + (select coalesce(sum(c.count), 0) from history_event_counts c where c.entry_id = history_entries.id)',
        ),
      });
  }
}

async function putEntries(trx: Knex, rows: EntryRow[]): Promise<void> {
  const latest = (column: 'at' | 'detail') =>
    trx.raw(
      'case when excluded.at > history_entries.at then excluded.?? else history_entries.?? end',
      [column, column],
    );
  await trx<EntryRow>('history_entries')
    .insert(rows)
    .onConflict('id')
    .merge({
      at: latest('at'),
      detail: latest('detail'),
      first_at: trx.raw(
        'case when excluded.first_at < history_entries.first_at then excluded.first_at else history_entries.first_at end',
      ),
    } as object);
}

function newer(known: EntryRow | undefined, row: EntryRow): EntryRow {
  if (!known) return row;
  const firstAt = Math.min(Number(known.first_at), Number(row.first_at));
  return {
    ...(Number(known.at) > Number(row.at) ? known : row),
    first_at: firstAt,
  };
}

function eventRow(fact: PlacedFact<EventFact>): EntryRow {
  const { place } = fact;
  return {
    id: entryId(place, 'event', `${place.object} ${fact.key}`),
    ...placeColumns(place),
    kind: 'event',
    at: milliseconds(fact.at),
    rank: 0,
    open: false,
    alias: null,
    count: 0,
    earlier_count: 0,
    first_at: milliseconds(fact.firstAt),
    detail: JSON.stringify(fact.detail),
  };
}

import { Knex } from 'knex';
import { CleanedRows, HistoryLimits } from '../HistoryStore';
import { cleanStarts } from './startRows';
import { EntryRow, EventCountRow, SpecRow, StateRow } from './tables';

/** Rows that one statement takes away: others wait for no longer than that. */
const AT_ONCE = 5000;

/**
 * An Event object is gone from its cluster by then (an hour by default): its
 * count will not change any more.
 */
const EVENTS_ARE_GONE = 48 * 60 * 60 * 1000;

/** Forgets what is older or more than the limits allow; what still runs stays. */
export async function clean(
  knex: Knex,
  limits: HistoryLimits,
  now: Date,
): Promise<CleanedRows> {
  const before = (age: number) => now.getTime() - age;
  const old =
    (await deleteEntries(knex, all =>
      all
        .where('kind', 'event')
        .where('at', '<', before(limits.eventsRetention)),
    )) +
    (await deleteEntries(knex, all =>
      all
        .whereNot('kind', 'event')
        .where('at', '<', before(limits.retention))
        .where('open', false),
    ));
  const surplus = await deleteEntries(knex, all =>
    surplusOf(knex, all, limits),
  );
  await foldCounts(knex, before(EVENTS_ARE_GONE));
  await knex<StateRow>('history_states')
    .where('seen_at', '<', before(limits.retention))
    .delete();
  await knex<SpecRow>('history_specs')
    .where('seen_at', '<', before(limits.retention))
    .delete();
  const starts = await cleanStarts(knex, {
    before: before(limits.retention),
    most: limits.entriesPerObject,
  });
  return { old: old + starts, surplus };
}

async function deleteEntries(
  knex: Knex,
  which: (all: Knex.QueryBuilder) => void,
): Promise<number> {
  let sum = 0;
  for (;;) {
    const ids = knex('history_entries').select('id').limit(AT_ONCE);
    which(ids);
    const deleted = await knex<EntryRow>('history_entries')
      .whereIn('id', ids)
      .delete();
    sum += deleted;
    if (deleted < AT_ONCE) return sum;
  }
}

/** The oldest of an object and kind, beyond how many are kept of each. */
function surplusOf(
  knex: Knex,
  all: Knex.QueryBuilder,
  limits: HistoryLimits,
): void {
  const ranked = knex('history_entries')
    .select('id', 'kind', 'open')
    .rowNumber('nth', counted =>
      counted
        .partitionBy([
          'pipeline_ref',
          'environment',
          'cluster',
          'object',
          'kind',
        ])
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]),
    )
    .as('ranked');
  all.whereIn(
    'id',
    knex
      .select('id')
      .from(ranked)
      .where('open', false)
      .whereRaw(
        "nth > case when kind = 'event' then cast(? as integer) else cast(? as integer) end",
        [limits.eventsPerObject, limits.entriesPerObject],
      ),
  );
}

/** Counts that cannot change any more are added to their entry and go. */
async function foldCounts(knex: Knex, before: number): Promise<void> {
  await knex.transaction(async trx => {
    const done = () =>
      trx<EventCountRow>('history_event_counts').where('at', '<', before);
    await trx<EntryRow>('history_entries')
      .whereIn('id', done().distinct('entry_id'))
      .update({
        earlier_count: trx.raw(
          'earlier_count + (select coalesce(sum(c.count), 0) from history_event_counts c where c.entry_id = history_entries.id and c.at < ?)',
          [before],
        ),
      });
    await done().delete();
  });
}

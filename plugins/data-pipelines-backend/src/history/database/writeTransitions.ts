import { Knex } from 'knex';
import { PlacedFact, TransitionFact } from '../facts/Fact';
import { milliseconds } from './milliseconds';
import { entryId, stateId } from './ids';
import {
  byId,
  chunks,
  EntryRow,
  placeColumns,
  placeOf,
  StateRow,
} from './tables';

/**
 * Longer than any replica lags behind another, in milliseconds. After it an
 * older resourceVersion counts as well: a cluster that was restored from a
 * backup begins again with smaller ones.
 */
const LONGEST_LAG = 60_000;

/**
 * Several replicas find out the same, one a little later than the other. The
 * row of the part says what was recorded last, and one statement compares and
 * replaces it: who comes second changes nothing, who lags behind neither.
 */
export async function writeTransitions(
  trx: Knex,
  facts: ReadonlyArray<PlacedFact<TransitionFact>>,
): Promise<void> {
  for (const round of rounds(facts)) {
    for (const rows of chunks(byId(round.map(stateRow)))) {
      const changed = await replace(trx, rows);
      if (changed.length === 0) continue;
      await trx<EntryRow>('history_entries')
        .insert(changed.map(transitionRow))
        .onConflict('id')
        .ignore();
    }
  }
}

async function replace(trx: Knex, rows: StateRow[]): Promise<StateRow[]> {
  const taken = (column: keyof StateRow) => trx.raw('excluded.??', [column]);
  const kept = (column: keyof StateRow) =>
    trx.raw('??.??', ['history_states', column]);
  return trx<StateRow>('history_states')
    .insert(rows)
    .onConflict('id')
    .merge({
      object: taken('object'),
      health: taken('health'),
      reason: taken('reason'),
      message: taken('message'),
      expected: taken('expected'),
      version: taken('version'),
      since: taken('since'),
      seen_at: taken('seen_at'),
      previous: kept('health'),
      changes: trx.raw('history_states.changes + 1'),
      // When it began, where the cluster tells and it fits what was before.
      at: trx.raw(
        'case when excluded.since > history_states.at and excluded.since < excluded.at then excluded.since else excluded.at end',
      ),
    } as object)
    .whereRaw(
      `(history_states.health <> excluded.health or history_states.reason <> excluded.reason)
       and (excluded.version > history_states.version
         or excluded.at > history_states.at + ${LONGEST_LAG}
         or (excluded.version = history_states.version
           and excluded.expected = history_states.health || '/' || history_states.reason))`,
    )
    .returning('*');
}

/** One statement may not replace a row twice. */
function rounds(facts: ReadonlyArray<PlacedFact<TransitionFact>>) {
  const made: Array<Array<PlacedFact<TransitionFact>>> = [];
  const times = new Map<string, number>();
  for (const fact of facts) {
    const id = stateId(fact.place);
    const round = times.get(id) ?? 0;
    times.set(id, round + 1);
    (made[round] ??= []).push(fact);
  }
  return made;
}

function stateRow(fact: PlacedFact<TransitionFact>): StateRow {
  const { place, report, before } = fact;
  const seen = milliseconds(fact.at);
  const since = report.since ? Date.parse(report.since) || 0 : 0;
  return {
    id: stateId(place),
    ...placeColumns(place),
    health: report.health,
    reason: report.reason,
    message: report.message,
    previous: null,
    expected: before ? `${before.health}/${before.reason}` : null,
    version: fact.version,
    since,
    at: before || !since ? seen : Math.min(since, seen),
    changes: 1,
    seen_at: seen,
  };
}

function transitionRow(state: StateRow): EntryRow {
  const place = placeOf(state);
  return {
    id: entryId(
      place,
      'transition',
      `${state.id} ${state.changes} ${state.at}`,
    ),
    ...placeColumns(place),
    kind: 'transition',
    at: state.at,
    rank: 0,
    open: false,
    alias: null,
    count: null,
    earlier_count: 0,
    first_at: null,
    detail: JSON.stringify({
      from: state.previous ?? undefined,
      to: state.health,
      reason: state.reason,
      message: state.message,
    }),
  };
}

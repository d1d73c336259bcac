import {
  KeptStart,
  StartAcknowledgement,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Knex } from 'knex';
import { Place } from '../facts/Fact';
import { Bigint, PlaceColumns, placeOf } from './tables';

export interface StartRow extends PlaceColumns {
  id: string;
  at: Bigint;
  rank: Bigint;
  /** JSON. */
  detail: string;
  acknowledged_by: string | null;
  acknowledged_at: Bigint | null;
  acknowledged_reason: string | null;
  changed_at: Bigint;
}

/** A start and whose it is. */
export interface PlacedStart {
  place: Place;
  start: KeptStart;
}

/** The newest starts of every object. */
export async function newestStarts(
  knex: Knex,
  most: number,
): Promise<PlacedStart[]> {
  const rows = await knex
    .select<StartRow[]>('*')
    .from(ranked(knex))
    .where('nth', '<=', most);
  return rows.map(placedStart);
}

/** Those of which somebody wrote something since a moment. */
export async function startsChanged(
  knex: Knex,
  since: number,
): Promise<PlacedStart[]> {
  const rows = await knex<StartRow>('history_starts')
    .where('changed_at', '>=', since)
    .select('*');
  return (rows as StartRow[]).map(placedStart);
}

/**
 * Writes down that somebody knows of a start. Who is first is kept.
 *
 * @returns the start as it is then; undefined where there is none
 */
export async function acknowledgeStart(
  knex: Knex,
  id: string,
  { by, at, reason }: StartAcknowledgement,
): Promise<KeptStart | undefined> {
  await knex<StartRow>('history_starts')
    .where({ id })
    .whereNull('acknowledged_by')
    .update({
      acknowledged_by: by,
      acknowledged_at: Date.parse(at),
      acknowledged_reason: reason,
      changed_at: Date.now(),
    });
  const row = await knex<StartRow>('history_starts').where({ id }).first();
  return row && startOfRow(row);
}

/**
 * Forgets old starts and those beyond how many are kept of an object. The last
 * two stay, however old: a job may run for years, and what its start took up
 * is told by the one before.
 */
export async function cleanStarts(
  knex: Knex,
  { before, most }: { before: number; most: number },
): Promise<number> {
  return knex<StartRow>('history_starts')
    .whereIn(
      'id',
      knex
        .select('id')
        .from(ranked(knex))
        .where('nth', '>', Math.max(2, most))
        .orWhere(old => old.where('nth', '>', 2).where('at', '<', before)),
    )
    .delete();
}

/** Every start with its place among those of its object: 1 is the newest. */
function ranked(knex: Knex) {
  return knex('history_starts')
    .select('*')
    .rowNumber('nth', counted =>
      counted
        .partitionBy(['pipeline_ref', 'environment', 'cluster', 'object'])
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ]),
    )
    .as('ranked');
}

function placedStart(row: StartRow): PlacedStart {
  return { place: placeOf(row), start: startOfRow(row) };
}

function startOfRow(row: StartRow): KeptStart {
  const { acknowledged_by: by, acknowledged_at: at } = row;
  return {
    id: row.id,
    ...JSON.parse(row.detail),
    ...(by && {
      acknowledged: {
        by,
        at: new Date(Number(at)).toISOString(),
        reason: row.acknowledged_reason ?? '',
      },
    }),
  };
}

import { HistoryEntry } from '@headworks/backstage-plugin-data-pipelines-common';
import { Knex } from 'knex';
import { HistoryQuery, StoredPage } from '../HistoryStore';
import { EntryRow, placeOf } from './tables';

export async function readPage(
  knex: Knex,
  query: HistoryQuery,
): Promise<StoredPage> {
  const { of, environment, kinds, limit, after } = query;
  const rows = await knex<EntryRow>('history_entries')
    .where(
      'pipelineRef' in of
        ? { pipeline_ref: of.pipelineRef }
        : { entity_ref: of.entityRef },
    )
    .modify(all => {
      if (environment) all.where({ environment });
      if (kinds) all.whereIn('kind', [...kinds]);
      if (after) all.whereRaw('(at, id) < (?, ?)', [after.at, after.id]);
    })
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toEntry),
    next:
      last && rows.length > limit
        ? { at: Number(last.at), id: last.id }
        : undefined,
  };
}

function toEntry(row: EntryRow): HistoryEntry {
  return {
    id: row.id,
    at: new Date(Number(row.at)).toISOString(),
    ...placeOf(row),
    kind: row.kind,
    ...JSON.parse(row.detail),
    ...(row.kind === 'event' && {
      count: Number(row.count),
      firstAt: new Date(Number(row.first_at)).toISOString(),
    }),
  };
}

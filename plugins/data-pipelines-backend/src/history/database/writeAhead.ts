import { Knex } from 'knex';

/**
 * SQLite works inside the portal, which answers nobody while it waits for the
 * disk, and by default it does so with each commit. With a write-ahead log it
 * need not: a portal that is killed still loses nothing, a machine without
 * power the last moments.
 */
export async function writeAhead(knex: Knex): Promise<void> {
  if (knex.client.config.client === 'pg') return;
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = NORMAL');
}

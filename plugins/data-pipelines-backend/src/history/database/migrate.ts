import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Any number that no other code locks in this database. */
const LOCK = 1_212_633_153;

const running = new WeakMap<Knex, Promise<void>>();

async function latest(knex: Knex): Promise<void> {
  await knex.migrate.latest({
    directory: resolvePackagePath(
      '@headworks/backstage-plugin-data-pipelines-backend',
      'migrations',
    ),
  });
}

/**
 * Brings the tables up to date. Replicas that start together do it one after
 * the other: PostgreSQL's own lock, because Knex' is a table that two of them
 * can make at once, with a row each, and that then is locked for good. SQLite
 * is of one process, where those who ask together share one migration.
 */
export async function migrate(knex: Knex): Promise<void> {
  if (knex.client.config.client !== 'pg') {
    const migration = running.get(knex) ?? latest(knex);
    running.set(knex, migration);
    await migration;
    return;
  }
  await knex.transaction(async trx => {
    await trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
    // On a connection of its own; this one only holds the lock.
    await latest(knex);
  });
}

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

/** One at a time over all replicas, by PostgreSQL's own lock. */
async function oneAtATime(knex: Knex): Promise<void> {
  await knex.transaction(async trx => {
    await trx.raw('select pg_advisory_xact_lock(?)', [LOCK]);
    // On a connection of its own; this one only holds the lock.
    await latest(knex);
  });
}

/**
 * Brings the tables up to date, once a connection pool: history and actions
 * share one. Replicas that start together do it one after the other, by
 * PostgreSQL's own lock, because Knex' is a table that two of them can make at
 * once, with a row each, and that then is locked for good. SQLite is of one
 * process.
 */
export function migrate(knex: Knex): Promise<void> {
  const isPostgres = knex.client.config.client === 'pg';
  const migration =
    running.get(knex) ?? (isPostgres ? oneAtATime(knex) : latest(knex));
  running.set(knex, migration);
  // What failed may be tried again.
  migration.catch(() => running.delete(knex));
  return migration;
}

import knexFactory, { Knex } from 'knex';
import { DatabaseHistoryStore } from '../database/DatabaseHistoryStore';
import { HistoryStore } from '../HistoryStore';

/** A store in memory; the connection is the test's to close. */
export async function sqliteStore(): Promise<{
  store: HistoryStore;
  knex: Knex;
}> {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
    pool: { min: 1, max: 1 },
  });
  const store = await DatabaseHistoryStore.create({
    getClient: async () => knex,
  });
  return { store, knex };
}

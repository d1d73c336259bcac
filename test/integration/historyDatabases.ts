import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseService } from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';
import { Postgres, startPostgres } from '../database/postgres';

/** A database as a portal hands it to our plugin. */
export interface TestDatabase {
  /** A replica of its own: another pool over the same data. */
  replica(): DatabaseService;
  knex: Knex;
  stop(): Promise<void>;
}

/** The databases that the history is kept in. */
export const DATABASES = {
  SQLite: startSqlite,
  PostgreSQL: async () => overPostgres(await startPostgres()),
};

/** A fresh database on a server that runs already; stopping stops that, too. */
export function overPostgres(postgres: Postgres): TestDatabase {
  postgres.createDatabase('history');
  return of({ client: 'pg', connection: postgres.connection('history') }, () =>
    postgres.stop(),
  );
}

function startSqlite(): Promise<TestDatabase> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-sqlite-'));
  return Promise.resolve(
    of(
      // SQLite is for one replica: whoever writes shares its one connection.
      {
        client: 'better-sqlite3',
        connection: { filename: path.join(home, 'history.sqlite') },
        useNullAsDefault: true,
        pool: { min: 1, max: 1 },
      },
      async () => fs.rmSync(home, { recursive: true, force: true }),
    ),
  );
}

function of(config: Knex.Config, end: () => Promise<void>): TestDatabase {
  const clients: Knex[] = [];
  const connect = () => {
    // Knex writes each refused connection to the console.
    const quiet = () => {};
    const client = knexFactory({
      ...config,
      log: { warn: quiet, error: quiet, debug: quiet, deprecate: quiet },
    });
    clients.push(client);
    return client;
  };
  return {
    knex: connect(),
    replica() {
      const client = config.client === 'pg' ? connect() : clients[0];
      return { getClient: async () => client };
    },
    async stop() {
      for (const client of clients) await client.destroy();
      await end();
    },
  };
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import knexFactory from 'knex';
import { writeAhead } from './writeAhead';

describe('writeAhead', () => {
  it('keeps SQLite from waiting for the disk with each commit', async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-sqlite-'));
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: path.join(home, 'history.sqlite') },
      useNullAsDefault: true,
    });
    try {
      await writeAhead(knex);
      expect(await knex.raw('PRAGMA journal_mode')).toEqual([
        { journal_mode: 'wal' },
      ]);
      expect(await knex.raw('PRAGMA synchronous')).toEqual([
        { synchronous: 1 },
      ]);
    } finally {
      await knex.destroy();
      fs.rmSync(home, { recursive: true, force: true });
    }
  });
});

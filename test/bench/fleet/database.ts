import fs from 'node:fs';
import path from 'node:path';
import { Postgres, startPostgres } from '../../database/postgres';

/** PostgreSQL, as a portal has in production, with what an earlier run left in it. */
export async function startDatabase(options: {
  home: string;
  onStarting: (stop: () => Promise<void>) => void;
}): Promise<Postgres> {
  const { home, onStarting } = options;
  // It runs as nobody, who has to get there.
  fs.chmodSync(home, 0o755);
  const postgres = await startPostgres({ home: path.join(home, 'postgres') });
  onStarting(() => postgres.stop());
  return postgres;
}

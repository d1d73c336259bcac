import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const PLACES = ['/opt/homebrew/opt/postgresql/bin', '/usr/local/pgsql/bin'];

/** Folder of initdb and postgres; installs Debian's as root where there is none. */
export function ensurePostgres(): string {
  const found = findPostgres();
  if (found) return found;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'pipe' });
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'],
      { env, stdio: 'pipe' },
    );
  }
  const installed = findPostgres();
  if (!installed) {
    throw new Error(
      'The tests of the history need PostgreSQL. Install it (Debian: apt-get install postgresql) or set HEADWORKS_POSTGRES to the folder of initdb and postgres, and start again.',
    );
  }
  return installed;
}

function findPostgres(): string | undefined {
  const versions = fs.existsSync(DEBIAN) ? fs.readdirSync(DEBIAN) : [];
  const newestFirst = versions.sort((a, b) => Number(b) - Number(a));
  return [
    process.env.HEADWORKS_POSTGRES,
    ...newestFirst.map(version => path.join(DEBIAN, version, 'bin')),
    ...PLACES,
    ...(process.env.PATH ?? '').split(path.delimiter),
  ].find(
    folder =>
      folder &&
      fs.existsSync(path.join(folder, 'initdb')) &&
      fs.existsSync(path.join(folder, 'postgres')),
  );
}

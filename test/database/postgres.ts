import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stopProcess } from '../cluster/processes';
import { ensurePostgres } from './ensurePostgres';

const USER = 'headworks';

/** A real PostgreSQL in a folder of its own, on a socket in that folder. */
export interface Postgres {
  /** What node-postgres takes. */
  connection(database: string): {
    host: string;
    user: string;
    database: string;
  };
  createDatabase(name: string): void;
  /** As a server that loses power: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** After a kill or a pause, with the data that it had. */
  start(): Promise<void>;
  /** For good: the data goes as well. */
  stop(): Promise<void>;
}

/**
 * @param options - `home`: a folder in which the data stays; nothing waits for
 * the disk without it
 */
export async function startPostgres(
  options: { home?: string } = {},
): Promise<Postgres> {
  const bin = ensurePostgres();
  const home =
    options.home ??
    fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-postgres-'));
  fs.mkdirSync(home, { recursive: true });
  const data = path.join(home, 'data');
  // PostgreSQL refuses to run as root.
  const as = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (as.uid) fs.chownSync(home, as.uid, as.gid);
  const run = (program: string, ...args: string[]) =>
    execFileSync(path.join(bin, program), args, {
      ...as,
      cwd: home,
      stdio: 'pipe',
    });
  if (!fs.existsSync(data)) {
    run(
      'initdb',
      `--pgdata=${data}`,
      `--username=${USER}`,
      '--auth=trust',
      '--encoding=UTF8',
      '--no-locale',
    );
  }
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(
      path.join(bin, 'postgres'),
      [
        ...['-D', data, '-k', home, '-c', 'listen_addresses='],
        ...['-c', `fsync=${options.home ? 'on' : 'off'}`],
      ],
      { ...as, cwd: home, stdio: 'ignore' },
    );
    await untilReady(() =>
      run('psql', '-h', home, '-U', USER, '-c', 'select 1', 'postgres'),
    );
  };
  await start();
  return {
    connection: database => ({ host: home, user: USER, database }),
    createDatabase(name) {
      run('createdb', '-h', home, '-U', USER, name);
    },
    async kill() {
      if (!child) return;
      const gone = new Promise(resolve => child?.once('exit', resolve));
      // Its children notice and end by themselves.
      child.kill('SIGKILL');
      await gone;
      await untilFree(path.join(data, 'postmaster.pid'));
    },
    start,
    async stop() {
      // Quick: it does not wait for connections that are still open.
      child?.kill('SIGQUIT');
      if (child) await stopProcess(child);
      if (!options.home) fs.rmSync(home, { recursive: true, force: true });
    },
  };
}

async function untilReady(ask: () => unknown): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      ask();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

/** A killed postmaster leaves its file; a new one waits for its children. */
async function untilFree(file: string): Promise<void> {
  fs.rmSync(file, { force: true });
  await new Promise(resolve => setTimeout(resolve, 500));
}

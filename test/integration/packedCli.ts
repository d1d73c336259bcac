import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { oneAtATime, run } from '../cluster/download';

const root = path.resolve(__dirname, '../..');

/** What a run of the command left behind. */
export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** The command as npm packs it, without anything of this repository around it. */
export interface PackedCli {
  tarball: string;
  /** The one file that is run. */
  file: string;
  run(
    args: string[],
    options?: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string },
  ): Promise<Outcome>;
}

/** Packs the command and unpacks it in a folder. */
export async function packCli(home: string, helm: string): Promise<PackedCli> {
  // It is built for that, in this repository.
  const packed = await oneAtATime('pack-cli', () =>
    run('npm', ['pack', '--silent', '--pack-destination', home], {
      cwd: path.join(root, 'packages/cli'),
    }),
  );
  const tarball = path.join(home, packed.trim().split('\n').at(-1)!);
  const folder = path.join(home, 'cli');
  fs.mkdirSync(folder);
  execFileSync('tar', ['-xzf', tarball, '-C', folder]);
  const file = path.join(folder, 'package/dist/headworks.cjs');
  return {
    tarball,
    file,
    run: (args, { cwd = home, env, input } = {}) =>
      new Promise(resolve => {
        const child = execFile(
          process.execPath,
          [file, ...args],
          {
            cwd,
            env: { ...cleanEnvironment(helm), ...env },
            maxBuffer: 64 * 1024 * 1024,
          },
          (error, out, err) =>
            resolve({ code: error ? Number(error.code) : 0, out, err }),
        );
        child.stdin!.on('error', () => {});
        child.stdin!.end(input ?? '');
      }),
  };
}

/** What a run needs, and nothing of the machine's own settings. */
export function cleanEnvironment(helm: string): NodeJS.ProcessEnv {
  const author = { name: 'Test', email: 'test@example.com' };
  return {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    TMPDIR: process.env.TMPDIR,
    HEADWORKS_HELM: helm,
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    GIT_CONFIG_NOSYSTEM: '1',
  };
}

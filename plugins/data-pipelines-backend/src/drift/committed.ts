import { execFile, ExecFileException } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { readRepository } from '@headworks/backstage-plugin-data-pipelines-node';

/** The hash of what is committed below a folder: another one when a file changes. */
export async function committedRevision(folder: string): Promise<string> {
  return (await git(folder, ['rev-parse', '--verify', 'HEAD:./'])).trim();
}

/** The files of a revision; a working tree may hold more, and other things. */
export async function committedFiles(
  folder: string,
  revision: string,
): Promise<GeneratedFile[]> {
  const copy = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-git-'));
  try {
    const index = { GIT_INDEX_FILE: path.join(copy, 'index') };
    const prefix = path.join(copy, 'files') + path.sep;
    await git(folder, ['read-tree', revision], index);
    await git(folder, ['checkout-index', '--all', `--prefix=${prefix}`], index);
    return await readRepository(prefix);
  } finally {
    await fs.rm(copy, { recursive: true, force: true });
  }
}

function git(
  folder: string,
  args: string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<string> {
  // Settings of whoever runs the portal, and programs that a repository names, have no say.
  const own = ['-C', folder, '-c', 'core.fsmonitor=false'];
  const env = {
    PATH: process.env.PATH,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    ...environment,
  };
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      [...own, ...args],
      { env, timeout: 30_000 },
      (error, out, err) => {
        if (!error) resolve(out);
        else reject(explained(error, args[0], err));
      },
    );
  });
}

function explained(error: ExecFileException, verb: string, text: string) {
  return new Error(
    error.code === 'ENOENT'
      ? '"git" is not installed where the portal runs; install it there'
      : `git ${verb} refused: ${text.trim() || error.message}`,
  );
}

import fs from 'node:fs/promises';
import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { writeFiles } from '@headworks/backstage-plugin-data-pipelines-node';
import { CannotRun } from '../exitCodes';
import { git } from '../git/git';
import { removeAtExit } from '../scratch';

/**
 * Writes a new repository: all of it, or nothing. The folder must be empty or
 * not be there.
 *
 * @param options - `message`: of the first commit; none by default
 */
export async function writeRepository(options: {
  directory: string;
  files: readonly GeneratedFile[];
  message?: string;
}): Promise<void> {
  const { files, message } = options;
  const directory = path.resolve(options.directory);
  await requireEmpty(directory);
  const parent = path.dirname(directory);
  await fs.mkdir(parent, { recursive: true });
  if (message !== undefined) await requireOutsideOfGit(parent);
  // Beside the target: only there a rename is one step.
  const half = await fs.mkdtemp(
    path.join(parent, `.${path.basename(directory)}-`),
  );
  const guard = removeAtExit(half);
  await fs.chmod(half, 0o755);
  await writeFiles(half, files);
  if (message !== undefined) await firstCommit(half, message);
  await fs.rmdir(directory).catch(ignoreMissing);
  await fs.rename(half, directory);
  guard.keep();
}

/** @throws CannotRun where something is there already */
export async function requireEmpty(directory: string): Promise<void> {
  const names = await fs.readdir(directory).catch(error => {
    if (error.code === 'ENOENT') return [];
    throw new CannotRun(
      error.code === 'ENOTDIR'
        ? `${directory}: a file is in the way; give another folder.`
        : `${directory}: the folder cannot be read (${error.code}).`,
    );
  });
  if (names.length > 0) {
    throw new CannotRun(
      `${directory}: the folder is not empty; give another one.`,
    );
  }
}

async function requireOutsideOfGit(parent: string) {
  const top = await git(parent, 'rev-parse', '--show-toplevel').catch(() => '');
  if (top !== '') {
    throw new CannotRun(
      `--git: ${parent} is in the Git repository ${top.trim()}; leave out --git and commit there.`,
    );
  }
}

async function firstCommit(directory: string, message: string) {
  await git(directory, 'init', '--quiet', '--initial-branch=main');
  await git(directory, 'add', '--all');
  await git(directory, 'commit', '--quiet', `--message=${message}`);
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error;
}

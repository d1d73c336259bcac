import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CannotRun } from '../exitCodes';

const run = promisify(execFile);

/**
 * Runs Git in a folder and returns what it printed.
 *
 * @throws CannotRun in Git's words
 */
export async function git(
  directory: string,
  ...args: string[]
): Promise<string> {
  try {
    const { stdout } = await run('git', args, {
      cwd: directory,
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { stderr?: string };
    throw new CannotRun(
      failure.code === 'ENOENT'
        ? '"git" is not a program here. Install Git.'
        : `git ${args[0]}: ${(failure.stderr || failure.message).trim()}`,
    );
  }
}

/** Where a folder is in its Git repository, with a slash at its end; empty at the root or outside of Git. */
export async function folderInRepository(directory: string): Promise<string> {
  return git(directory, 'rev-parse', '--show-prefix').then(
    text => text.replace(/\n$/, ''),
    () => '',
  );
}

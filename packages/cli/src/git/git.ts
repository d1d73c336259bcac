import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CannotRun } from '../exitCodes';
import { interruption } from '../scratch';

const run = promisify(execFile);

/** An index of its own instead of the repository's. */
interface GitOptions {
  index: string;
}

/**
 * Runs Git in a folder and returns what it printed.
 *
 * @throws CannotRun in Git's words
 */
export async function git(
  directory: string,
  ...args: [GitOptions, ...string[]] | string[]
): Promise<string> {
  const [first] = args;
  const [options, words] =
    typeof first === 'object'
      ? [first, args.slice(1) as string[]]
      : [undefined, args as string[]];
  try {
    const { stdout } = await run('git', words, {
      cwd: directory,
      signal: interruption.signal,
      env: {
        ...process.env,
        ...(options && { GIT_INDEX_FILE: options.index }),
      },
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { stderr?: string };
    throw new CannotRun(
      failure.code === 'ENOENT'
        ? '"git" is not a program here. Install Git.'
        : `git ${words[0]}: ${(failure.stderr || failure.message).trim()}`,
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

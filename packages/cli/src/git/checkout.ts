import path from 'node:path';
import { CannotRun } from '../exitCodes';
import { scratch } from '../scratch';
import { git } from './git';

/**
 * A folder as it is in a commit, copied to a folder of its own; work tree and
 * index are left alone.
 *
 * @returns undefined where the commit has no such folder
 */
export async function checkout(
  directory: string,
  ref: string,
): Promise<string | undefined> {
  const prefix = await git(directory, 'rev-parse', '--show-prefix').catch(
    error => {
      throw new CannotRun(
        /not a git repository/.test(error.message)
          ? `${directory}: not in a Git repository; put it into one, or compare with --cluster.`
          : error.message,
      );
    },
  );
  const commit = await git(
    directory,
    ...['rev-parse', '--verify', '--quiet', '--end-of-options'],
    `${ref}^{commit}`,
  ).catch(() => {
    throw new CannotRun(
      ref === 'HEAD'
        ? `${directory}: the Git repository has no commit yet; make one, or compare with --cluster.`
        : `--base ${ref}: Git knows no such commit; fetch it, or correct its name.`,
    );
  });
  const tree = `${commit.trim()}:${prefix.trimEnd().replace(/\/$/, '')}`;
  const exists = await git(directory, 'cat-file', '-e', tree).then(
    () => true,
    () => false,
  );
  if (!exists) return undefined;
  const target = scratch('base');
  const top = (await git(directory, 'rev-parse', '--show-toplevel')).trimEnd();
  const index = path.join(scratch('index'), 'index');
  await git(top, { index }, 'read-tree', tree);
  const to = `--prefix=${target}${path.sep}`;
  await git(top, { index }, 'checkout-index', '--all', '--quiet', to);
  return target;
}

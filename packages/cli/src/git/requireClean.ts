import { CannotRun } from '../exitCodes';
import { git } from './git';

/** @throws CannotRun where something would be lost that Git does not have */
export async function requireClean(directory: string): Promise<void> {
  const status = await git(directory, 'status', '--porcelain', '.').catch(
    error => {
      throw new CannotRun(
        /not a git repository/.test(error.message)
          ? `${directory}: not in a Git repository, so nothing could be had back; put it into one, or use --force.`
          : error.message,
      );
    },
  );
  if (status === '') return;
  const [first, ...rest] = status.trimEnd().split('\n');
  const others = rest.length > 0 ? ` and ${rest.length} more` : '';
  throw new CannotRun(
    `${directory}: there are changes that are not committed (${first.slice(
      3,
    )}${others}); commit them, or use --force.`,
  );
}

import fs from 'node:fs/promises';
import { taskOf } from '../git/git';

/** Whether an earlier try of the same task made a repository. */
export async function madeByTask(
  repository: string,
  task: string,
): Promise<boolean> {
  const there = await fs.access(repository).then(
    () => true,
    () => false,
  );
  return there && (await taskOf(repository).catch(() => '')) === task;
}

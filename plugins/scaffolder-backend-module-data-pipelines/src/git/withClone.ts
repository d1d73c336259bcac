import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { git } from './git';

/** Works in a clone of a repository, which is gone afterwards. */
export async function withClone<T>(
  repository: string,
  use: (clone: string) => Promise<T>,
): Promise<T> {
  const clone = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-clone-'));
  try {
    await git(clone, 'clone', '--quiet', repository, '.');
    return await use(clone);
  } finally {
    await fs.rm(clone, { recursive: true, force: true });
  }
}

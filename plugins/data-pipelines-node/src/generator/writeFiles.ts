import fs from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * Writes files below a folder, which is made where it is missing.
 *
 * @throws NotAllowedError for a file that would leave the folder
 * @public
 */
export async function writeFiles(
  directory: string,
  files: readonly GeneratedFile[],
): Promise<void> {
  await fs.mkdir(directory, { recursive: true });
  for (const file of files) {
    const target = resolveSafeChildPath(directory, file.path);
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.writeFile(target, file.content);
  }
}

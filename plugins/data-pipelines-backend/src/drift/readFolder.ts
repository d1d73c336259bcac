import fs from 'node:fs/promises';
import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * The files of a folder, sorted by path, without Git's own. Links are left
 * out: they could lead anywhere on the portal's disk.
 */
export async function readFolder(
  folder: string,
  limit: { files: number; bytes: number; tooLarge: () => Error },
): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  let bytes = 0;
  const visit = async (below: string) => {
    const entries = await fs.readdir(path.join(folder, below), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      const name = path.posix.join(below, entry.name);
      if (entry.isDirectory() && entry.name !== '.git') {
        await visit(name);
      } else if (entry.isFile()) {
        const file = path.join(folder, name);
        bytes += (await fs.stat(file)).size;
        if (files.length >= limit.files || bytes > limit.bytes) {
          throw limit.tooLarge();
        }
        files.push({ path: name, content: await fs.readFile(file, 'utf8') });
      }
    }
  };
  await visit('');
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

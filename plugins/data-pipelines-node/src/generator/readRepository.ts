import fs from 'node:fs/promises';
import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';

const NOT_OURS = new Set(['.git', 'node_modules']);

/**
 * The text files below a folder, sorted by path. Links are not followed and
 * other files are left out: nothing of a pipeline is one.
 *
 * @public
 */
export async function readRepository(
  directory: string,
): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  await read(directory, '', files);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function read(root: string, below: string, files: GeneratedFile[]) {
  const entries = await fs.readdir(path.join(root, below), {
    withFileTypes: true,
  });
  for (const entry of entries) {
    const name = path.posix.join(below, entry.name);
    if (entry.isDirectory() && !NOT_OURS.has(entry.name)) {
      await read(root, name, files);
    } else if (entry.isFile()) {
      const content = textOf(await fs.readFile(path.join(root, name)));
      if (content !== undefined) files.push({ path: name, content });
    }
  }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}

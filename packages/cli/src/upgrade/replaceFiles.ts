import fs from 'node:fs';
import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { writeFiles } from '@headworks/backstage-plugin-data-pipelines-node';
import { removeAtExit } from '../scratch';

/**
 * Puts files in place of others, all of them or none: what is new is written
 * beside first, and then only names change, in one go that no signal parts.
 */
export async function replaceFiles(options: {
  directory: string;
  written: readonly GeneratedFile[];
  removed: readonly string[];
}): Promise<void> {
  const { directory, written, removed } = options;
  // In the same folder: elsewhere a rename may be a copy.
  const beside = fs.mkdtempSync(path.join(directory, '.headworks-'));
  const guard = removeAtExit(beside);
  try {
    await writeFiles(path.join(beside, 'new'), written);
    exchange({
      directory,
      beside,
      names: written.map(({ path: name }) => name),
      removed,
    });
  } finally {
    fs.rmSync(beside, { recursive: true, force: true });
    guard.keep();
  }
}

function exchange(options: {
  directory: string;
  beside: string;
  names: readonly string[];
  removed: readonly string[];
}): void {
  const { directory, beside, names, removed } = options;
  const undo: Array<() => void> = [];
  const move = (from: string, to: string) => {
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.renameSync(from, to);
    undo.push(() => fs.renameSync(to, from));
  };
  try {
    for (const name of [...names, ...removed]) {
      const target = path.join(directory, name);
      if (fs.existsSync(target)) move(target, path.join(beside, 'old', name));
    }
    for (const name of names) {
      move(path.join(beside, 'new', name), path.join(directory, name));
    }
  } catch (error) {
    for (const back of undo.reverse()) back();
    throw error;
  }
  for (const name of removed) removeEmpty(directory, path.dirname(name));
}

/** Git knows no empty folders, so none is left behind. */
function removeEmpty(directory: string, below: string): void {
  const folder = path.join(directory, below);
  if (below === '.' || fs.readdirSync(folder).length > 0) return;
  fs.rmdirSync(folder);
  removeEmpty(directory, path.dirname(below));
}

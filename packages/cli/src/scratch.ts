import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

let root: string | undefined;

/**
 * A new folder for what is not meant to stay. It goes when the process ends,
 * also by Ctrl-C, and so does what others make in the temporary folder.
 */
export function scratch(name: string): string {
  if (!root) {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-'));
    for (const variable of ['TMPDIR', 'TEMP', 'TMP']) {
      process.env[variable] = root;
    }
    process.once('exit', clear);
  }
  return fs.mkdtempSync(path.join(root, `${name}-`));
}

const alsoRemoved = new Set<string>();

/** A folder elsewhere that goes with the process unless it is given back. */
export function removeAtExit(directory: string): { keep(): void } {
  scratch('exit');
  alsoRemoved.add(directory);
  return { keep: () => alsoRemoved.delete(directory) };
}

function clear() {
  for (const directory of [...alsoRemoved, ...(root ? [root] : [])]) {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

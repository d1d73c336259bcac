import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

let root: string | undefined;
const alsoRemoved = new Set<string>();

/**
 * From here on everything temporary, also what Helm is given, is in one
 * folder. It goes when the process ends, also by Ctrl-C.
 */
export function keepTemporaryFilesTogether(): void {
  if (root) return;
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-'));
  for (const variable of ['TMPDIR', 'TEMP', 'TMP']) {
    process.env[variable] = root;
  }
  process.once('exit', () => {
    for (const directory of [...alsoRemoved, root!]) {
      // A program that was ended with us may still write.
      fs.rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}

/** A new folder for what is not meant to stay. */
export function scratch(name: string): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), `headworks-${name}-`));
}

/** A folder elsewhere that goes with the process unless it is kept. */
export function removeAtExit(directory: string): { keep(): void } {
  alsoRemoved.add(directory);
  return { keep: () => alsoRemoved.delete(directory) };
}

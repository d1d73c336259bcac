import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Ends the programs that are running when the process is interrupted. */
export const interruption = new AbortController();

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
    for (const directory of [...alsoRemoved, root!]) removeForGood(directory);
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

/** A program that is ended with us may write for a moment longer. */
function removeForGood(directory: string): void {
  for (let round = 0; round < 50; round += 1) {
    try {
      fs.rmSync(directory, { recursive: true, force: true });
    } catch {
      // Something was written meanwhile.
    }
    if (interruption.signal.aborted) pause(20);
    if (!fs.existsSync(directory)) return;
  }
}

/** The process is ending: nothing else can run. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

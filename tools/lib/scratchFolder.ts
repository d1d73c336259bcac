import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 6 * 1024 ** 3;

/**
 * A folder for what tests make and throw away; in memory where there is room.
 * They make thousands of small files, and a disk may take longer for these
 * than the programs that are tested.
 */
export function makeScratchFolder(): string {
  const parent = hasRoom(MEMORY) ? MEMORY : os.tmpdir();
  const folder = fs.mkdtempSync(path.join(parent, 'headworks-'));
  // PostgreSQL, which does not run as root, has its data below.
  fs.chmodSync(folder, 0o755);
  return folder;
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync(folder);
    fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
    return bavail * bsize > ENOUGH_BYTES && os.freemem() > ENOUGH_BYTES;
  } catch {
    return false;
  }
}

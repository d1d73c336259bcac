import fs from 'node:fs';
import path from 'node:path';

const MOST_MILLISECONDS = 30 * 60_000;

/**
 * Runs something that no two processes may do at once, such as Debian's
 * package manager; a second one waits for the first to end.
 *
 * @param file - the lock: it holds the process' id while the body runs. One
 * that a killed process left behind does not count.
 */
export async function exclusively<T>(
  file: string,
  body: () => Promise<T>,
): Promise<T> {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  while (!take(file)) {
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  try {
    return await body();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    fs.writeFileSync(file, `${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isLeftBehind(file)) fs.rmSync(file, { force: true });
    return false;
  }
}

function isLeftBehind(file: string): boolean {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return false;
  const age = Date.now() - stat.mtimeMs;
  // Its owner writes the id a moment after the file is there.
  if (stat.size === 0) return age > 5_000;
  return age > MOST_MILLISECONDS || !isRunning(readOwner(file));
}

function readOwner(file: string): number {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch {
    // It was given back just now; whoever asks again will see.
    return process.pid;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

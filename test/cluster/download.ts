import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { exclusively } from './exclusively';

/** Reports progress of a long step. */
export type Log = (line: string) => void;

const execFileAsync = promisify(execFile);

/** Where everything fetched or built is kept; shared by all checkouts of a user. */
export function cacheDirectory(): string {
  return path.join(
    process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
    'headworks',
  );
}

/** Only one process at a time, of all that share the cache, does what has this name. */
export async function oneAtATime<T>(
  name: string,
  body: () => Promise<T>,
): Promise<T> {
  return exclusively(path.join(cacheDirectory(), `${name}.lock`), body);
}

/**
 * Makes a file or folder in the cache exactly once: `make` writes to a
 * neighbour, which takes the name only when it is complete. An interrupted
 * run leaves nothing that looks finished.
 */
export async function cached(
  name: string,
  make: (target: string) => Promise<void>,
): Promise<string> {
  const target = path.join(cacheDirectory(), name);
  if (fs.existsSync(target)) return target;
  return oneAtATime(name, async () => {
    if (fs.existsSync(target)) return target;
    const half = `${target}.half-${process.pid}`;
    fs.rmSync(half, { recursive: true, force: true });
    try {
      await make(half);
      fs.renameSync(half, target);
    } finally {
      fs.rmSync(half, { recursive: true, force: true });
    }
    return target;
  });
}

/** Fetches a file; refuses bytes that are not the expected ones. */
export async function download(options: {
  url: string;
  sha256: string;
  target: string;
}): Promise<void> {
  const { url, sha256, target } = options;
  const answer = await fetch(url).catch(error => {
    throw new Error(
      `${url} cannot be reached (${
        error.cause?.message ?? error.message
      }). Check the network and start again.`,
    );
  });
  if (!answer.ok) {
    throw new Error(
      `${url} answered ${answer.status}. Check the network and start again.`,
    );
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) {
    throw new Error(
      `${url} has other content than expected (SHA-256 ${actual}, not ${sha256}). It was changed, or a proxy answered in its place.`,
    );
  }
  fs.writeFileSync(target, bytes);
}

/** Runs a tool to its end and returns what it printed; its last words are in the error. */
export async function run(
  file: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  try {
    const { stdout } = await execFileAsync(file, args, {
      ...options,
      maxBuffer: 256 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { stderr?: string };
    if (failure.code === 'ENOENT') {
      throw new Error(
        `"${file}" is not installed or not on the PATH. Install it and start again.`,
      );
    }
    throw new Error(
      `"${file} ${args.join(' ')}" failed:\n${(
        failure.stderr || failure.message
      ).slice(-3000)}`,
    );
  }
}

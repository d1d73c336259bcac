import { ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';

/** Runs a program to its end; throws with the end of its output when it fails. */
export async function runToEnd(options: {
  title: string;
  file: string;
  args: string[];
  cwd: string;
  env?: NodeJS.ProcessEnv;
}): Promise<string> {
  const { title, file, args, cwd, env } = options;
  const child = spawn(file, args, {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      output = (output + data).slice(-50_000);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    throw new Error(`${title} failed (exit code ${code}):\n${output}`);
  }
  return output;
}

/** Starts a program that stays; what it prints goes to a file. */
export function startLogged(options: {
  file: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
}): ChildProcess {
  const log = fs.openSync(options.logFile, 'w', 0o600);
  const child = spawn(options.file, options.args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', log, log],
    // Its own group: the terminal's Ctrl-C reaches us only, and we end it.
    detached: true,
  });
  fs.closeSync(log);
  return child;
}

/** Ends a process and everything in its group, by id; waits until it is gone. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = new Promise<void>(resolve =>
    child.once('exit', () => resolve()),
  );
  signalGroup(child, 'SIGTERM');
  const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 8000);
  await gone;
  clearTimeout(force);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // Already gone.
  }
}

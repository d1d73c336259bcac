import { ChildProcess, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

// Below what systems give to outgoing connections (Linux: from 32,768), else
// one of those could take a port before the program does that it is meant for.
const FIRST_PORT = 20_000;
/** Each of Jest's workers has its own, so that none takes another's. */
const PORTS_OF_WORKER = 2_000;
const firstPort =
  FIRST_PORT + (Number(process.env.JEST_WORKER_ID ?? 0) % 6) * PORTS_OF_WORKER;
let nextPort = Math.floor(Math.random() * PORTS_OF_WORKER);

/** Loopback ports that nobody listens on right now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = firstPort + (nextPort++ % PORTS_OF_WORKER);
    if (await isFree(port)) ports.push(port);
  }
  return ports;
}

async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  return new Promise(resolve => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Ends a process by its id, kindly first; waits until it is gone. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = new Promise<void>(resolve =>
    child.once('exit', () => resolve()),
  );
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(force);
}

/** Ends what an earlier start left behind because it was killed outright. */
export async function endLeftovers(home: string): Promise<void> {
  const file = path.join(home, 'pids');
  if (!fs.existsSync(file)) {
    return;
  }
  for (const pid of fs.readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    // An id may belong to somebody else by now: only ours names this folder.
    const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', pid], {
      encoding: 'utf8',
    });
    if (stdout?.includes(home)) {
      process.kill(Number(pid), 'SIGKILL');
    }
  }
  fs.rmSync(file);
  await new Promise(resolve => setTimeout(resolve, 200));
}

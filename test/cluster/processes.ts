import { ChildProcess, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/** Loopback ports that nobody listens on right now, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<net.Server>((resolve, reject) => {
          const server = net.createServer();
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map(
    server => (server.address() as net.AddressInfo).port,
  );
  await Promise.all(
    servers.map(server => new Promise(resolve => server.close(resolve))),
  );
  return ports;
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

import { ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { stopProcess } from './processes';

/** The address that programs inside serve at; the API server takes no loopback for a pod's. */
export const POD_ADDRESS = '10.77.0.1';
/** What is sent there is lost without a word, as a network policy loses it. */
export const LOST_ADDRESS = '10.77.0.99';

const isRoot = process.getuid?.() === 0;

const NETWORK = [
  'set -e',
  'ip link set lo up',
  'ip link add pods type veth peer name nowhere',
  `ip address add ${POD_ADDRESS}/24 dev pods`,
  'ip link set pods up',
  'ip link set nowhere up',
  `ip neigh add ${LOST_ADDRESS} lladdr 02:00:00:00:00:99 dev pods nud permanent`,
  'echo ready',
  'exec cat',
].join('; ');

const REMEDY =
  'This test needs a network namespace of its own: run it as root, or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1; in a container --cap-add SYS_ADMIN --cap-add NET_ADMIN). It needs unshare and nsenter of util-linux and ip of iproute2.';

/**
 * A network that is reached from nowhere else but through its relays. It ends
 * with this process, whatever happens to it.
 */
export class NetworkNamespace {
  readonly home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-network-'));
  readonly #holder: ChildProcess;
  readonly #children: ChildProcess[] = [];
  readonly #servers: net.Server[] = [];
  readonly #sockets = new Set<net.Socket>();

  /** @throws Error with the remedy where there is no right to make one */
  static async start(): Promise<NetworkNamespace> {
    const holder = spawn(
      'unshare',
      [...(isRoot ? [] : ['--user', '--map-root-user']), '--net'].concat([
        'sh',
        '-c',
        NETWORK,
      ]),
      { stdio: ['pipe', 'pipe', 'pipe'] },
    );
    await ready(holder);
    return new NetworkNamespace(holder);
  }

  private constructor(holder: ChildProcess) {
    this.#holder = holder;
  }

  /** A program that is the same one, inside. */
  inside(program: string): string {
    const file = path.join(
      this.home,
      `${fs.readdirSync(this.home).length}-${path.basename(program)}`,
    );
    fs.writeFileSync(
      file,
      `#!/bin/sh\nexec nsenter --target ${this.#holder.pid} ${
        isRoot ? '' : '--user --preserve-credentials '
      }--net '${program}' "$@"\n`,
      { mode: 0o700 },
    );
    return file;
  }

  /** Connections to a loopback port out here reach an address inside. */
  async relay(port: number, inside: { host: string; port: number }) {
    const socket = path.join(this.home, `${port}.sock`);
    const child = spawn(
      this.inside(process.execPath),
      [
        path.join(__dirname, 'namespaceRelay.mjs'),
        socket,
        inside.host,
        String(inside.port),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#children.push(child);
    await ready(child);
    const server = net.createServer(from => {
      const to = net.connect(socket);
      for (const [a, b] of [
        [from, to],
        [to, from],
      ]) {
        this.#sockets.add(a);
        a.pipe(b);
        a.on('error', () => b.destroy());
        a.on('close', () => {
          this.#sockets.delete(a);
          b.destroy();
        });
      }
    });
    this.#servers.push(server);
    await new Promise<void>(resolve =>
      server.listen(port, '127.0.0.1', resolve),
    );
  }

  async stop() {
    for (const socket of this.#sockets) socket.destroy();
    for (const server of this.#servers) server.close();
    for (const child of this.#children) await stopProcess(child);
    await stopProcess(this.#holder);
    fs.rmSync(this.home, { recursive: true, force: true });
  }
}

async function ready(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', chunk => {
    said += chunk;
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', chunk => {
      if (String(chunk).includes('ready')) resolve();
    });
    child.once('error', error => reject(new Error(`${error}. ${REMEDY}`)));
    child.once('exit', () => reject(new Error(`${said.trim()}. ${REMEDY}`)));
  });
}

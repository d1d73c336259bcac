import { ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { secrets } from '../secrets';
import { Binaries } from './binaries';
import { ClusterClient } from './client';
import { Log } from './download';
import { writeKubeconfig } from './kubeconfig';
import { endLeftovers, freePorts, stopProcess } from './processes';
import { portalRights } from './rights';

/** A running API server on loopback, with its etcd. */
export interface Cluster {
  url: string;
  /** Of etcd, without TLS. */
  etcdUrl: string;
  /** PEM, base64. */
  caData: string;
  /** Path of a kubeconfig that may do everything. */
  adminKubeconfig: string;
  adminToken: string;
  /** What the portal watches with. */
  readToken: string;
  /** What the portal acts with. */
  writeToken: string;
  /** Speaks as the admin. */
  client: ClusterClient;
  stop(): Promise<void>;
}

/** How a cluster is started. */
export interface ClusterOptions {
  /** What the cluster keeps; a later start in the same folder goes on with it. */
  dataDirectory: string;
  binaries: Pick<Binaries, 'etcd' | 'kubeApiserver'>;
  /** The API server's port; a free one by default. */
  port?: number;
  /** More flags for the API server. */
  apiserverFlags?: string[];
  log: Log;
  /** Called before anything runs, with what ends it. */
  onStarting?: (stop: () => Promise<void>) => void;
}

/** Starts etcd and kube-apiserver on free loopback ports; what they keep survives in the folder. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataDirectory: home, binaries, log } = options;
  fs.mkdirSync(path.join(home, 'pki'), { recursive: true, mode: 0o700 });
  await endLeftovers(home);
  const [etcdPort, peerPort, freeApiPort] = await freePorts(3);
  const port = options.port ?? freeApiPort;
  const tokens = ensureTokens(home);
  for (const token of Object.values(tokens)) secrets.add(token);
  const children: ChildProcess[] = [];
  const stop = async () => {
    // The API server first: without etcd it would wait instead of ending.
    for (const child of [...children].reverse()) await stopProcess(child);
    fs.rmSync(path.join(home, 'pids'), { force: true });
  };
  const start = (name: string, file: string, args: string[]) => {
    const out = fs.openSync(path.join(home, `${name}.log`), 'w', 0o600);
    const child = spawn(file, args, {
      stdio: ['ignore', out, out],
      detached: true,
    });
    fs.closeSync(out);
    children.push(child);
    fs.appendFileSync(path.join(home, 'pids'), `${child.pid}\n`);
    return child;
  };
  options.onStarting?.(stop);
  try {
    start('etcd', binaries.etcd, etcdFlags(home, etcdPort, peerPort));
    start('kube-apiserver', binaries.kubeApiserver, [
      ...apiserverFlags(home, port, etcdPort),
      ...(options.apiserverFlags ?? []),
    ]);
    const url = `https://127.0.0.1:${port}`;
    const ca = await readyAt({ home, url, token: tokens.admin, children });
    log(`API server at ${url}`);
    const client = new ClusterClient({ url, ca, token: tokens.admin });
    for (const [resource, object] of portalRights) {
      await client.apply(resource, object);
    }
    const adminKubeconfig = path.join(home, 'kubeconfig');
    const caData = Buffer.from(ca).toString('base64');
    writeKubeconfig({
      file: adminKubeconfig,
      url,
      caData,
      token: tokens.admin,
    });
    return {
      url,
      etcdUrl: `http://127.0.0.1:${etcdPort}`,
      caData,
      adminKubeconfig,
      adminToken: tokens.admin,
      readToken: tokens.read,
      writeToken: tokens.write,
      client,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function etcdFlags(home: string, port: number, peerPort: number): string[] {
  const client = `http://127.0.0.1:${port}`;
  const peer = `http://127.0.0.1:${peerPort}`;
  return [
    `--data-dir=${path.join(home, 'etcd')}`,
    '--unsafe-no-fsync',
    '--log-level=warn',
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // The ports differ from start to start, the member stays the same.
    '--force-new-cluster',
  ];
}

function apiserverFlags(home: string, port: number, etcdPort: number) {
  const pki = path.join(home, 'pki');
  return [
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    `--secure-port=${port}`,
    '--endpoint-reconciler-type=none',
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    // It makes its own serving certificate there.
    `--cert-dir=${pki}`,
    `--token-auth-file=${path.join(pki, 'tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${path.join(pki, 'sa.key')}`,
    `--service-account-signing-key-file=${path.join(pki, 'sa.key')}`,
    '--service-cluster-ip-range=10.96.0.0/16',
    // No controller makes the default ServiceAccount that it would wait for.
    '--disable-admission-plugins=ServiceAccount',
  ];
}

function ensureTokens(home: string) {
  const key = path.join(home, 'pki', 'sa.key');
  const file = path.join(home, 'pki', 'tokens.csv');
  if (!fs.existsSync(file)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    fs.writeFileSync(key, privateKey.export({ type: 'pkcs1', format: 'pem' }), {
      mode: 0o600,
    });
    const token = () => randomBytes(24).toString('hex');
    fs.writeFileSync(
      file,
      [
        `${token()},admin,1,"system:masters"`,
        `${token()},headworks-read,2`,
        `${token()},headworks-write,3`,
        '',
      ].join('\n'),
      { mode: 0o600 },
    );
  }
  const [admin, read, write] = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map(line => line.split(',')[0]);
  return { admin, read, write };
}

async function readyAt(options: {
  home: string;
  url: string;
  token: string;
  children: ChildProcess[];
}): Promise<string> {
  const { home, url, token, children } = options;
  const certificate = path.join(home, 'pki', 'apiserver.crt');
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    const ended = children.find(child => child.exitCode !== null);
    if (ended) break;
    try {
      const ca = fs.readFileSync(certificate, 'utf8');
      const client = new ClusterClient({ url, ca, token });
      await client.get('/readyz');
      return ca;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 150));
    }
  }
  const tail = (name: string) =>
    fs.readFileSync(path.join(home, `${name}.log`), 'utf8').slice(-1500);
  throw new Error(
    `The API server did not become ready.\netcd: ${tail(
      'etcd',
    )}\nkube-apiserver: ${tail(
      'kube-apiserver',
    )}\nIf its data is damaged, remove ${home} and start again.`,
  );
}

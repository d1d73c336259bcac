import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureHelm4 } from '../cluster/binaries';
import { ClusterClient } from '../cluster/client';

const exec = promisify(execFile);
const root = path.resolve(__dirname, '../..');

/**
 * A whole Kubernetes node on this machine, with a kubelet that runs pods; its
 * images are made locally. Needs root and the folder of the lab, which is not
 * part of this repository: `HEADWORKS_LAB`, by default `../shared/lab`.
 */
export class Lab {
  readonly #command: string;

  constructor() {
    const folder =
      process.env.HEADWORKS_LAB ?? path.resolve(root, '../shared/lab');
    this.#command = path.join(folder, 'lab');
    if (!fs.existsSync(this.#command)) {
      throw new Error(
        `There is no lab at ${folder}. Set HEADWORKS_LAB to the folder with the program "lab".`,
      );
    }
  }

  /** Starts the node and makes sure of images; names such as `flink`. */
  async up(...images: string[]): Promise<void> {
    await this.call('build', 'api', 'k8s', 'node');
    if (images.length > 0) await this.call('images', ...images);
    await this.call('up');
  }

  /** Ends every pod and process of the node and throws its state away. */
  async down(): Promise<void> {
    await this.call('down');
  }

  /** Makes an image from a folder: one layer on top of the base's. */
  async image(options: {
    name: string;
    base?: string;
    folder: string;
    config: object;
  }): Promise<void> {
    const { name, base, folder, config } = options;
    const on = base ? ['--base', base] : [];
    await this.call('image', name, ...on, folder, JSON.stringify(config));
  }

  kubectl(...args: string[]): Promise<string> {
    return this.call('kubectl', ...args);
  }

  /** Our own Helm, as the rest of the tests have it. */
  async helm(...args: string[]): Promise<string> {
    const to = ['--kubeconfig', await this.kubeconfig()];
    const { stdout } = await exec(await ensureHelm4(() => {}), [
      ...args,
      ...to,
    ]);
    return stdout;
  }

  /** Where the API server is, for a client with a token. */
  async server(): Promise<{ url: string; ca: string; caData: string }> {
    const of = (field: string) =>
      this.kubectl(
        ...['config', 'view', '--raw', '--flatten', '--output'],
        `jsonpath={.clusters[0].cluster.${field}}`,
      );
    const [url, caData] = await Promise.all([
      of('server'),
      of('certificate-authority-data'),
    ]);
    return { url, caData, ca: Buffer.from(caData, 'base64').toString() };
  }

  /** Speaks as somebody who may do everything. */
  async client(): Promise<ClusterClient> {
    const account = ['--namespace', 'kube-system'];
    await this.kubectl('create', 'serviceaccount', 'test', ...account);
    await this.kubectl(
      ...['create', 'clusterrolebinding', 'test'],
      ...['--clusterrole=cluster-admin', '--serviceaccount=kube-system:test'],
    );
    const token = await this.kubectl(
      ...['create', 'token', 'test', '--duration=8h', ...account],
    );
    const { url, ca } = await this.server();
    return new ClusterClient({ url, ca, token: token.trim() });
  }

  /** Path of the kubeconfig that may do everything. */
  async kubeconfig(): Promise<string> {
    return /KUBECONFIG=(\S+)/.exec(await this.call('env'))![1];
  }

  /** Runs a command where pods and Services have their addresses. */
  inside(...command: string[]): Promise<string> {
    return this.call('run', ...command);
  }

  async apply(manifest: object): Promise<void> {
    const file = path.join(
      fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-lab-')),
      'object.json',
    );
    fs.writeFileSync(file, JSON.stringify(manifest));
    await this.kubectl('apply', '--server-side', '-f', file);
    fs.rmSync(path.dirname(file), { recursive: true });
  }

  /** Asks until the answer is right; the last answer is in the error. */
  async until(
    what: string,
    seconds: number,
    ask: () => Promise<string>,
    right: (answer: string) => boolean,
  ): Promise<string> {
    const deadline = Date.now() + seconds * 1000;
    let answer = '';
    while (Date.now() < deadline) {
      answer = await ask().catch(error => `${error.stderr ?? error}`);
      if (right(answer)) return answer;
      await new Promise(resolve => setTimeout(resolve, 1000));
    }
    throw new Error(`${what} did not happen within ${seconds} s: ${answer}`);
  }

  async call(...args: string[]): Promise<string> {
    const { stdout } = await exec(this.#command, args, {
      maxBuffer: 1 << 26,
      // The name becomes part of a socket's path: short.
      env: { LAB_NAME: 'hwlab', LAB_PORT: '7443', ...process.env },
    });
    return stdout;
  }
}

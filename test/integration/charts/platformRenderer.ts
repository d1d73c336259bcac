import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments, stringify } from 'yaml';
import { ensureBinaries } from '../../cluster/binaries';
import { KubernetesObject } from '../../cluster/client';
import { copyPlatform } from './cases';

const run = promisify(execFile);

/** An Application or HelmRelease, in what the tests look at. */
export interface PlatformObject extends KubernetesObject {
  spec: {
    source?: {
      repoURL: string;
      chart: string;
      targetRevision: string;
      helm: { releaseName: string; valuesObject: object };
    };
    destination?: object;
    syncPolicy?: object;
    values?: object;
    targetNamespace?: string;
    dependsOn?: Array<{ name: string }>;
    chartRef?: object;
    chart?: object;
    install?: object;
    upgrade?: object;
    url?: string;
    ref?: object;
  };
}

/** Plain Helm over the platform chart. */
export class PlatformRenderer {
  readonly #home = fs.mkdtempSync(
    path.join(os.tmpdir(), 'headworks-platform-'),
  );
  #helm = '';

  constructor(private readonly version: 'helm3' | 'helm4') {}

  async start() {
    this.#helm = (await ensureBinaries(() => {}))[this.version];
    copyPlatform(path.join(this.#home, 'platform'));
  }

  stop() {
    fs.rmSync(this.#home, { recursive: true, force: true });
  }

  async objects(values: object = {}): Promise<PlatformObject[]> {
    return parseAllDocuments(await this.#run('template', values))
      .map(document => document.toJSON() as PlatformObject | null)
      .filter((object): object is PlatformObject => object !== null);
  }

  /** Objects of the chart with its dependencies as Helm itself fetches them. */
  async built(): Promise<PlatformObject[]> {
    const chart = path.join(this.#home, 'platform');
    fs.renameSync(
      path.join(chart, 'charts/common'),
      path.join(this.#home, 'common'),
    );
    await run(this.#helm, ['dependency', 'build', chart]);
    return this.objects();
  }

  /** What Helm says when it refuses the values. */
  async refusal(values: object): Promise<string> {
    return this.#run('template', values).then(
      () => 'nothing was refused',
      (error: Error & { stderr: string }) => error.stderr,
    );
  }

  /** What a person reads after installing; Helm 3 would need a cluster for it. */
  async notes(values: object = {}): Promise<string> {
    const said = await this.#run('install', values, '--dry-run=client');
    return said.slice(said.indexOf('NOTES:'));
  }

  async #run(command: string, values: object, ...more: string[]) {
    const file = path.join(this.#home, 'values.yaml');
    fs.writeFileSync(file, stringify(values));
    const args = [command, 'platform', '.', '-n', 'gitops', '-f', file];
    const { stdout } = await run(this.#helm, [...args, ...more], {
      cwd: path.join(this.#home, 'platform'),
      maxBuffer: 1 << 26,
      // Notes need no cluster: any that is configured must not be asked.
      env: { PATH: process.env.PATH, HOME: this.#home, KUBECONFIG: '/none' },
    });
    return stdout;
  }
}

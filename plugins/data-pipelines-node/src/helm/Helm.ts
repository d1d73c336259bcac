import { execFile, ExecFileException } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { NotImplementedError } from '@backstage/errors';
import { NO_NAMESPACE, withNamespaceProbe } from './namespaceProbe';

/**
 * Runs a real `helm`. A user's own settings, plugins and caches have no say:
 * each call has an empty Helm home.
 *
 * @public
 */
export class Helm {
  readonly #binary: string;

  /**
   * @param options - `binary`: path or name of the program; `helm` on the PATH by default
   */
  constructor(options: { binary?: string } = {}) {
    this.#binary = options.binary ?? 'helm';
  }

  /** `helm lint` with the given values files (relative to the chart). */
  async lint(options: { dir: string; values: string[] }): Promise<string> {
    return this.#run(['lint', '.', ...files(options.values)], options.dir);
  }

  /** `helm template`; the rendered objects as YAML. */
  async template(options: {
    dir: string;
    release: string;
    namespace: string;
    values: string[];
    /** Ends the process. */
    signal?: AbortSignal;
  }): Promise<string> {
    const { dir, release, namespace, values, signal } = options;
    return this.#run(
      ['template', release, '.', '--namespace', namespace, ...files(values)],
      dir,
      signal,
    );
  }

  /** Whether a cluster has a namespace. */
  async hasNamespace(options: {
    namespace: string;
    kubeconfig: string;
  }): Promise<boolean> {
    const { namespace, kubeconfig } = options;
    const to = ['--namespace', namespace, '--kubeconfig', kubeconfig];
    return withNamespaceProbe(async dir => {
      try {
        await this.#run(
          ['template', 'probe', '.', '--dry-run=server', ...to],
          dir,
        );
        return true;
      } catch (error) {
        if ((error as Error).message.includes(NO_NAMESPACE)) return false;
        throw error;
      }
    });
  }

  /**
   * What `upgradeInstall` would do, asked of the API server without doing it:
   * finds objects of other releases, unknown kinds and unknown fields. Helm
   * sends no object, so quotas and admission policies are not asked.
   */
  async dryRun(options: {
    dir: string;
    release: string;
    namespace: string;
    values: string[];
    kubeconfig: string;
  }): Promise<void> {
    const { dir, release, namespace, values, kubeconfig } = options;
    const to = ['--namespace', namespace, '--kubeconfig', kubeconfig];
    const args = ['--install', '--dry-run=server', ...to, ...files(values)];
    await this.#run(['upgrade', release, '.', ...args], dir);
  }

  /** `helm upgrade --install`; a failed first install is taken back. */
  async upgradeInstall(options: {
    dir: string;
    release: string;
    namespace: string;
    values: string[];
    kubeconfig: string;
  }): Promise<string> {
    const { dir, release, namespace, values, kubeconfig } = options;
    const to = ['--namespace', namespace, '--kubeconfig', kubeconfig];
    const isNew = !(await this.#exists(release, to));
    try {
      return await this.#run(
        ['upgrade', release, '.', '--install', ...to, ...files(values)],
        dir,
      );
    } catch (error) {
      if (isNew) {
        // Not --atomic: that would wait for pods.
        await this.#run(['uninstall', release, ...to], dir).catch(() => {});
      }
      throw error;
    }
  }

  async #exists(release: string, to: string[]): Promise<boolean> {
    return this.#run(['status', release, ...to], os.tmpdir()).then(
      () => true,
      () => false,
    );
  }

  async #run(
    args: string[],
    cwd: string,
    signal?: AbortSignal,
  ): Promise<string> {
    const home = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-helm-'));
    const env: NodeJS.ProcessEnv = {
      PATH: process.env.PATH,
      HOME: home,
      HELM_CACHE_HOME: path.join(home, 'cache'),
      HELM_CONFIG_HOME: path.join(home, 'config'),
      HELM_DATA_HOME: path.join(home, 'data'),
    };
    try {
      return await new Promise((resolve, reject) => {
        execFile(
          this.#binary,
          args,
          { cwd, env, signal, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 },
          (error, stdout, stderr) => {
            if (!error) resolve(stdout);
            else reject(this.#explain(error, args[0], stdout, stderr));
          },
        );
      });
    } finally {
      await fs.rm(home, { recursive: true, force: true });
    }
  }

  #explain(
    error: ExecFileException,
    verb: string,
    stdout: string,
    stderr: string,
  ): Error {
    if (error.code === 'ENOENT') {
      return new NotImplementedError(
        `"${
          this.#binary
        }" is not installed where the portal runs. Install Helm 4 or 3 there, or set dataPipelines.scaffolder.helm to its path.`,
      );
    }
    if (error.name === 'AbortError') return error;
    if (error.killed) {
      return new Error(`helm ${verb} did not end within 2 minutes.`);
    }
    return new Error(`helm ${verb} refused:\n${(stderr + stdout).trim()}`);
  }
}

function files(values: string[]): string[] {
  return values.flatMap(file => ['-f', file]);
}

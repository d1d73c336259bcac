import { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { freePort } from '../../tools/lib/ports';
import { startLogged, stopProcess } from '../../tools/lib/processes';
import { FreshApp } from './freshApp';

/** Written by the Kubernetes plugin and by the proxy that it uses. */
const BROKEN_CONNECTION =
  /^kubernetes: .*(ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|aborted)/;

/**
 * Written by a plugin of the app itself (`user-settings` keeps what was looked
 * at last) when the browser goes to another page while it still sends. From a
 * plugin of ours it counts.
 */
const BROWSER_WENT_ON = /^(?!data-pipelines)\S+: .*stream is not readable/;

/** The fresh app's backend as its own `yarn workspace backend start` starts it. */
export class InstalledPortal {
  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
    private readonly logFile: string,
  ) {}

  /**
   * @param frontend - name of the package whose build the backend serves
   * @param environment - what the configuration refers to
   */
  static async start(options: {
    app: FreshApp;
    frontend: string;
    environment: Record<string, string>;
  }): Promise<InstalledPortal> {
    const { app, frontend, environment } = options;
    const port = await freePort();
    const address = `http://localhost:${port}`;
    const config = app.path(`app-config.${frontend}.yaml`);
    const content = {
      app: { baseUrl: address, packageName: frontend },
      backend: { baseUrl: address, listen: { host: '127.0.0.1', port } },
    };
    fs.writeFileSync(config, stringify(content));
    const logFile = app.path(`${frontend}.log`);
    const child = startLogged({
      file: path.join(path.dirname(app.directory), 'bin/yarn'),
      args: ['workspace', 'backend', 'start'].concat(
        ...[app.path('app-config.yaml'), config].map(of => ['--config', of]),
      ),
      cwd: app.directory,
      env: { ...app.environment, ...environment },
      logFile,
    });
    const portal = new InstalledPortal(address, child, logFile);
    await portal.#ready();
    return portal;
  }

  get log(): string {
    return fs.readFileSync(this.logFile, 'utf8');
  }

  /**
   * What the log says at level error: who, and the beginning of what. That a
   * connection to the cluster broke, or that the browser went on, is no error
   * of an installation; the portal goes on by itself.
   */
  errors(): string[] {
    return this.log
      .replace(/\u001b\[\d+m/g, '')
      .split('\n')
      .flatMap(line => {
        const [, who, what] = /^\S+ (\S+) error (.*)/.exec(line) ?? [];
        return who ? `${who}: ${what.slice(0, 200)}` : [];
      })
      .filter(
        line => !BROKEN_CONNECTION.test(line) && !BROWSER_WENT_ON.test(line),
      );
  }

  async stop(): Promise<void> {
    await stopProcess(this.child);
  }

  async #ready() {
    const deadline = Date.now() + 300_000;
    while (Date.now() < deadline && this.child.exitCode === null) {
      const answer = await fetch(
        `${this.address}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    const log = this.log.slice(-5000);
    await this.stop();
    throw new Error(`The portal did not start:\n${log}`);
  }
}

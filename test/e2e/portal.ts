import { ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** `npm start` as a person runs it, on a free port and in a folder of its own. */
export class Portal {
  readonly #child: ChildProcess;
  #output = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', data => {
        this.#output += data;
      });
    }
  }

  static start(options: {
    home: string;
    port?: number;
    /** More of the command line. */
    args?: string[];
    env?: NodeJS.ProcessEnv;
  }) {
    const child = spawn(
      process.execPath,
      [
        path.join(root, 'tools/bootstrap.mjs'),
        'start',
        '--port',
        String(options.port ?? 0),
        '--home',
        options.home,
        ...(options.args ?? []),
      ],
      {
        cwd: root,
        env: options.env ?? process.env,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    return new Portal(child);
  }

  get output() {
    return this.#output;
  }

  get pid() {
    return this.#child.pid!;
  }

  /** The printed address, once the portal is ready. */
  async address(): Promise<string> {
    const found = await this.#until(
      () => this.#output.match(/(http:\/\/localhost:\d+)/)?.[1],
      600_000,
    );
    if (!found) {
      throw new Error(`npm start printed no address:\n${this.#output}`);
    }
    return found;
  }

  /** Waits for a line of its output. */
  async says(text: string): Promise<void> {
    await this.#until(() => this.#output.includes(text), 600_000);
    if (!this.#output.includes(text)) {
      throw new Error(`npm start never said "${text}":\n${this.#output}`);
    }
  }

  /** What a terminal's Ctrl-C does; resolves with the exit code. */
  async interrupt(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.ended();
  }

  async ended(): Promise<number | null> {
    await this.#until(() => this.#child.exitCode !== null, 60_000);
    return this.#child.exitCode;
  }

  async #until<T>(probe: () => T, milliseconds: number): Promise<T> {
    const deadline = Date.now() + milliseconds;
    let result = probe();
    while (!result && Date.now() < deadline && this.#child.exitCode === null) {
      await new Promise(resolve => setTimeout(resolve, 100));
      result = probe();
    }
    return result || probe();
  }
}

import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Gives a program a terminal of its own; Python has what Node lacks. */
const PTY = `
import pty, sys
sys.exit(pty.spawn(sys.argv[1:]) >> 8)
`;

/** A program of Node at a real terminal, with somebody who reads and types. */
export class TerminalSession {
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown>;
  #shown = '';

  constructor(
    file: string,
    cwd: string,
    args: string[],
    env: NodeJS.ProcessEnv,
  ) {
    this.#child = spawn(
      'python3',
      ['-c', PTY, process.execPath, file, ...args],
      { cwd, env },
    );
    this.#exit = once(this.#child, 'exit');
    this.#child.stdout!.on('data', part => {
      this.#shown += part;
    });
  }

  /** Waits until a question is there, and types. */
  async answer(question: string, keys: string): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!this.#shown.includes(question)) {
      if (Date.now() > deadline) {
        this.#child.kill();
        throw new Error(`"${question}" was not asked; shown: ${this.#shown}`);
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    this.#shown = '';
    // The prompt is drawn before it listens.
    await new Promise(resolve => setTimeout(resolve, 50));
    this.#child.stdin!.write(keys);
  }

  async ended(): Promise<void> {
    await this.#exit;
  }
}

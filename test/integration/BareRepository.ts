import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A change of a tree, as in the body of GitHub's "Create a tree"; without content and hash the file goes. */
export interface TreeEntry {
  path: string;
  mode: string;
  content?: string;
  sha?: string | null;
}

/** A bare repository, written without a working tree, as Git hosts do it. */
export class BareRepository {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async has(ref: string): Promise<boolean> {
    return this.text(['rev-parse', '--verify', '--quiet', ref]).then(
      () => true,
      () => false,
    );
  }

  async text(args: string[], input?: string, env?: NodeJS.ProcessEnv) {
    return (await this.bytes(args, input, env)).toString().trim();
  }

  async createTree(base: string, entries: TreeEntry[]): Promise<string> {
    const index = path.join(os.tmpdir(), `index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: index };
    try {
      await this.text(['read-tree', base], undefined, env);
      const lines = [];
      for (const { path: file, mode, content, sha } of entries) {
        const blob =
          content === undefined
            ? sha
            : await this.text(['hash-object', '-w', '--stdin'], content);
        lines.push(`${blob ? mode : 0} ${blob ?? '0'.repeat(40)}\t${file}`);
      }
      await this.text(['update-index', '--index-info'], lines.join('\n'), env);
      return await this.text(['write-tree'], undefined, env);
    } finally {
      await fs.rm(index, { force: true });
    }
  }

  createCommit(commit: { tree: string; parents: string[]; message: string }) {
    const parents = commit.parents.flatMap(parent => ['-p', parent]);
    return this.text(['commit-tree', commit.tree, ...parents], commit.message);
  }

  async isBefore(ancestor: string, commit: string): Promise<boolean> {
    const args = ['merge-base', '--is-ancestor', ancestor, commit];
    return this.text(args).then(
      () => true,
      () => false,
    );
  }

  /** What a commit is, in the words of GitHub's "Get a commit". */
  async commit(ref: string) {
    const format = '--format=%H%n%T%n%P%n%B';
    const [sha, tree, parents, ...message] = (
      await this.text(['log', '-1', format, ref])
    ).split('\n');
    return {
      sha,
      parents: parents.split(' ').map(parent => ({ sha: parent })),
      commit: { message: message.join('\n'), tree: { sha: tree } },
    };
  }

  bytes(
    args: string[],
    input = '',
    env: NodeJS.ProcessEnv = {},
  ): Promise<Buffer> {
    const identity = [
      '-c',
      'user.name=octo',
      '-c',
      'user.email=octo@localhost',
    ];
    return new Promise((resolve, reject) => {
      const git = spawn('git', ['-C', this.#directory, ...identity, ...args], {
        env: { PATH: process.env.PATH, ...env },
      });
      const out: Buffer[] = [];
      let problem = '';
      git.stdout.on('data', chunk => out.push(chunk));
      git.stderr.on('data', chunk => {
        problem += chunk;
      });
      git.on('error', reject);
      // Git closes its input before it is told nothing.
      git.stdin.on('error', () => {});
      git.on('close', code =>
        code === 0
          ? resolve(Buffer.concat(out))
          : reject(new Error(`git ${args[0]}: ${problem}`)),
      );
      git.stdin.end(input);
    });
  }
}

import { execFile } from 'node:child_process';
import { commitMessage, TASK_FORMAT } from './commitMessage';

const NO_GIT =
  '"git" is not installed where the portal runs. Install it there, or keep pipelines on a Git host.';

/** Real Git. The settings of whoever runs the portal have no say. */
export function git(directory: string, ...args: string[]): Promise<string> {
  return run(directory, args, {});
}

/** What a commit of the portal says beside its content. */
export interface CommitOptions {
  /** Entity reference of the person. */
  user: string | undefined;
  title: string;
  description?: string;
  /** The scaffolder's task: what it made, it may find again. */
  task: string;
}

/** Commits everything in a working tree; returns the commit. */
export async function commitAll(
  directory: string,
  { user, ...commit }: CommitOptions,
): Promise<string> {
  const message = commitMessage(commit);
  await git(directory, 'add', '--all', '--force');
  await run(directory, ['commit', '--quiet', '--message', message], {
    GIT_AUTHOR_NAME: (user ?? 'unknown').replace(/[<>\n]/g, ''),
    GIT_AUTHOR_EMAIL: 'portal@localhost',
    GIT_COMMITTER_NAME: 'Headworks',
    GIT_COMMITTER_EMAIL: 'portal@localhost',
  });
  return git(directory, 'rev-parse', 'HEAD');
}

/** Which task made the newest commit; empty where none of ours did. */
export function taskOf(directory: string, revision = 'HEAD'): Promise<string> {
  return git(directory, 'log', '-1', TASK_FORMAT, revision);
}

function run(
  directory: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      ['-C', directory, ...args],
      {
        env: {
          PATH: process.env.PATH,
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_TERMINAL_PROMPT: '0',
          ...env,
        },
        timeout: 120_000,
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (!error) resolve(stdout.trim());
        else if (error.code === 'ENOENT') reject(new Error(NO_GIT));
        else reject(new Error(`git ${args[0]} refused:\n${stderr.trim()}`));
      },
    );
  });
}

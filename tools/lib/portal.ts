import { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { startLogged, stopProcess } from './processes';

/** Starts the backend, which serves the built frontend as well. */
export async function startPortal(options: {
  root: string;
  home: string;
  port: number;
  config: string;
  environment: Record<string, string>;
  /** The folder of a backend that was built; without it, its sources are run. */
  built?: string;
  /** Called as soon as it runs, with what ends it. */
  onStarting: (stop: () => Promise<void>) => void;
}): Promise<{ exited: Promise<void> }> {
  const { root, home, port, config, environment, built } = options;
  const sources = path.join(root, 'packages/backend');
  const logFile = path.join(home, 'portal.log');
  const child = startLogged({
    file: process.execPath,
    args: [
      ...(built
        ? [built]
        : [
            '--require',
            require.resolve('@backstage/cli/config/nodeTransform.cjs'),
            path.join(sources, 'src/index.ts'),
          ]),
      '--config',
      path.join(root, 'app-config.yaml'),
      '--config',
      config,
    ],
    cwd: built ?? sources,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      NODE_OPTIONS: '--no-node-snapshot',
      ...environment,
    },
    logFile,
  });
  const exited = new Promise<void>(resolve =>
    child.once('exit', () => resolve()),
  );
  options.onStarting(() => stopProcess(child));
  await ready({ child, port, logFile });
  return { exited };
}

async function ready(options: {
  child: ChildProcess;
  port: number;
  logFile: string;
}) {
  const { child, port, logFile } = options;
  const deadline = Date.now() + 180_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      break;
    }
    const answer = await fetch(
      `http://127.0.0.1:${port}/.backstage/health/v1/readiness`,
    ).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  const log = fs.readFileSync(logFile, 'utf8').slice(-3000);
  throw new Error(
    `The portal did not start. The end of ${logFile}:\n${log}\nMend what it names and start again.`,
  );
}

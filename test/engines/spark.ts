import { ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stopProcess } from '../cluster/processes';
import { javaEnvironment } from './java';
import { ensurePyspark } from './pyspark';

/** A Spark program that runs as a process of this machine. */
export interface SparkProcess {
  /** What it has written so far. */
  output(): string;
  /** Resolves once it has ended, with its code. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Runs what a container of Spark's image would: programs below /opt/spark
 * are those of the installed Spark. It listens on loopback only.
 */
export async function startSpark(options: {
  arguments: string[];
  folder: string;
  env?: NodeJS.ProcessEnv;
}): Promise<SparkProcess> {
  const home = path.join(await ensurePyspark(), 'pyspark');
  const [program, ...rest] = options.arguments.map(argument =>
    argument.replace(/^\/opt\/spark/, home),
  );
  fs.mkdirSync(options.folder, { recursive: true });
  const child = spawn(program, rest, {
    cwd: options.folder,
    env: {
      ...(await javaEnvironment(17, () => {})),
      SPARK_HOME: home,
      SPARK_LOCAL_IP: '127.0.0.1',
      SPARK_LOCAL_DIRS: options.folder,
      SPARK_DAEMON_MEMORY: '512m',
      PYSPARK_PYTHON: 'python3',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return {
    output: () => output,
    ended: endOf(child),
    stop: () => stopProcess(child),
  };
}

/** Runs it to its end. @throws Error with what it said, where it failed */
export async function runSpark(
  options: Parameters<typeof startSpark>[0],
): Promise<string> {
  const spark = await startSpark(options);
  const code = await spark.ended;
  if (code !== 0) {
    throw new Error(
      `${options.arguments[0]} ended with ${code}:\n${spark
        .output()
        .slice(-4000)}`,
    );
  }
  return spark.output();
}

/**
 * Arguments that run a Python job in this process' own executors; its memory
 * is little.
 * @param configuration - Spark properties, as the operator would pass them
 */
export function submitLocally(options: {
  name: string;
  main: string;
  configuration: Record<string, string>;
  args?: string[];
}): string[] {
  return [
    '/opt/spark/bin/spark-submit',
    ...['--master', 'local[2]', '--driver-memory', '512m'],
    ...['--name', options.name],
    ...Object.entries(options.configuration).flatMap(([key, value]) => [
      '--conf',
      `${key}=${value}`,
    ]),
    options.main,
    ...(options.args ?? []),
  ];
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}

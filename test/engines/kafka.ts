import { spawn } from 'node:child_process';
import path from 'node:path';
import { Log } from '../cluster/download';
import { stopProcess } from '../cluster/processes';
import { execute } from './execute';
import { javaEnvironment } from './java';
import { kafkaHome } from './kafkaHome';

const STARTED = 'Kafka Server started';
const ENOUGH_SECONDS = 90;

/** A real Kafka node that runs as a process of this machine. */
export interface Kafka {
  pid: number;
  /** What it has written so far. */
  output(): string;
  stop(): Promise<void>;
}

/**
 * Formats the storage that a server.properties names and starts a node on it,
 * as an image's entrypoint does.
 * @param options - `format`: more arguments of `kafka-storage.sh format`;
 *   `program`: what to start in place of a file, such as inside a network namespace
 */
export async function startKafka(options: {
  properties: string;
  clusterId?: string;
  format?: string[];
  log?: Log;
  program?: (file: string) => string;
}): Promise<Kafka> {
  const { properties, format = [], log = () => {} } = options;
  const { program = file => file } = options;
  const { clusterId = 'headworks-test-cluster' } = options;
  await kafkaCommand('kafka-storage', [
    ...['format', '--ignore-formatted'],
    ...['--cluster-id', clusterId, '--config', properties],
    ...format,
  ]);
  const home = await kafkaHome(log);
  return startKafkaProcess(
    [program(path.join(home, 'bin/kafka-server-start.sh')), properties],
    await javaEnvironment(17, log),
  );
}

/** Runs one of Kafka's commands (`kafka-topics`) to its end; returns what it printed. */
export async function kafkaCommand(
  name: string,
  args: string[],
  input?: string,
): Promise<string> {
  const log = () => {};
  const command = path.join(await kafkaHome(log), `bin/${name}.sh`);
  const env = await javaEnvironment(17, log);
  const { code, output } = await execute([command, ...args], env, input);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')}: ${output}`);
  return output;
}

/** Starts a command that ends up as a Kafka node, and waits until it serves. */
export async function startKafkaProcess(
  [file, ...args]: string[],
  env: NodeJS.ProcessEnv,
): Promise<Kafka> {
  const child = spawn(file, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const started = new Promise<void>((resolve, reject) => {
    const give = (why: string) =>
      reject(new Error(`Kafka ${why}:\n${output.slice(-4000)}`));
    const late = setTimeout(
      () => give(`was not up after ${ENOUGH_SECONDS} s`),
      ENOUGH_SECONDS * 1000,
    );
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes(STARTED)) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', code => {
      clearTimeout(late);
      give(`ended with ${code}`);
    });
  });
  try {
    await started;
  } catch (error) {
    await stopProcess(child);
    throw error;
  }
  return {
    pid: child.pid!,
    output: () => output,
    stop: () => stopProcess(child),
  };
}

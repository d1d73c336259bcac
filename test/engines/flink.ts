import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { Log } from '../cluster/download';
import { stopProcess } from '../cluster/processes';
import { ensureJava } from './java';
import { classpathOf, compileJar } from './javac';
import { mavenJars } from './maven';

export const FLINK_VERSION = '2.2.1';

const MAINS = {
  session:
    'org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint',
  application:
    'org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint',
  taskmanager: 'org.apache.flink.runtime.taskexecutor.TaskManagerRunner',
};

const OPENED =
  'lang net io nio lang.reflect text time util util.concurrent util.concurrent.atomic util.concurrent.locks';

/** What the image's script works out of `taskmanager.memory.process.size`, here for a small process. */
const TASKMANAGER_MEMORY = {
  'taskmanager.cpu.cores': '1',
  'taskmanager.memory.task.heap.size': '96m',
  'taskmanager.memory.task.off-heap.size': '0',
  'taskmanager.memory.framework.heap.size': '64m',
  'taskmanager.memory.framework.off-heap.size': '32m',
  'taskmanager.memory.network.min': '32m',
  'taskmanager.memory.network.max': '32m',
  'taskmanager.memory.managed.size': '64m',
  'taskmanager.memory.jvm-metaspace.size': '128m',
  'taskmanager.memory.jvm-overhead.min': '64m',
  'taskmanager.memory.jvm-overhead.max': '64m',
};

const LOG4J = `rootLogger.level = INFO
rootLogger.appenderRef.console.ref = console
appender.console.name = console
appender.console.type = CONSOLE
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{HH:mm:ss,SSS} %-5p %c{1} - %m%n
`;

/** One JobManager or TaskManager, a process of this machine. */
export interface FlinkProcess {
  pid: number;
  /** What it has written so far. */
  output(): string;
  /** Resolves once it has ended, with its code. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Folder of the jars that Flink's image has in lib and plugins, and no more. */
export async function flinkJars(log: Log = () => {}): Promise<string> {
  return mavenJars(
    `flink-${FLINK_VERSION}`,
    [
      ...['clients', 'runtime-web', 'container', 'statebackend-rocksdb'],
      ...['connector-datagen', 'metrics-prometheus'],
    ]
      .map(name => `org.apache.flink:flink-${name}:${FLINK_VERSION}`)
      .concat(
        // 2.2.1 of this one is not in Maven Central.
        'org.apache.flink:flink-kubernetes:2.2.0',
        'org.apache.logging.log4j:log4j-slf4j-impl:2.24.3',
        'org.apache.logging.log4j:log4j-core:2.24.3',
      ),
    log,
  );
}

/** A jar with the job of test/engines/jobs; see there for its arguments. */
export async function countingJob(log: Log = () => {}): Promise<string> {
  return compileJar({
    source: path.join(__dirname, 'jobs/CountingJob.java'),
    classpath: [await flinkJars(log)],
    log,
  });
}

/** A folder with the jars of Flink's Kafka connector, as an image adds them to lib. */
export async function flinkKafkaJars(log: Log = () => {}): Promise<string> {
  return mavenJars(
    'flink-kafka',
    [
      'org.apache.flink:flink-connector-kafka:4.0.1-2.0',
      // The image has it within flink-dist.
      `org.apache.flink:flink-connector-base:${FLINK_VERSION}`,
    ],
    log,
  );
}

/**
 * A jar with the job of test/engines/jobs that reads a topic; it needs
 * {@link flinkKafkaJars} where it runs.
 */
export async function readingJob(log: Log = () => {}): Promise<string> {
  return compileJar({
    source: path.join(__dirname, 'jobs/ReadingJob.java'),
    classpath: [await flinkJars(log), await flinkKafkaJars(log)],
    log,
  });
}

/**
 * Starts a JobManager or TaskManager as the image's scripts do. It has to
 * serve before anything can be asked of it: see `FlinkRest.until`.
 * @param options - `folder`: for its files, one for each process;
 *   `args`: of the entry point, such as `--job-classname`; `lib`: a folder
 *   with more jars
 */
export async function startFlink(options: {
  role: keyof typeof MAINS;
  folder: string;
  configuration: Record<string, string>;
  log4j?: string;
  args?: string[];
  lib?: string;
  env?: NodeJS.ProcessEnv;
  /** The program to start in place of another, such as inside a network namespace. */
  program?: (file: string) => string;
}): Promise<FlinkProcess> {
  const { role, folder, configuration, log4j = LOG4J, args = [] } = options;
  const jars = [await flinkJars(), ...(options.lib ? [options.lib] : [])];
  const { program = file => file } = options;
  const java = program(await ensureJava(17, () => {}));
  const conf = path.join(folder, 'conf');
  fs.mkdirSync(conf, { recursive: true });
  fs.writeFileSync(
    path.join(conf, 'config.yaml'),
    stringify({
      'io.tmp.dirs': folder,
      ...configuration,
      ...(role === 'taskmanager' ? TASKMANAGER_MEMORY : {}),
    }),
  );
  const logging = path.join(conf, 'log4j-console.properties');
  fs.writeFileSync(logging, log4j);
  const child = spawn(
    java,
    [
      ...['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
      ...OPENED.split(' ').map(
        name => `--add-opens=java.base/java.${name}=ALL-UNNAMED`,
      ),
      '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
      `-Dlog.file=${path.join(folder, `${role}.log`)}`,
      `-Dlog4j.configurationFile=file:${logging}`,
      ...['-cp', classpathOf(jars), MAINS[role]],
      ...['--configDir', conf, ...args],
    ],
    {
      cwd: folder,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return {
    pid: child.pid!,
    output: () => output,
    ended: new Promise(resolve => child.once('exit', resolve)),
    stop: () => stopProcess(child),
  };
}

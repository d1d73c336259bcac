import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cached, Log, oneAtATime, run } from '../cluster/download';

const PACKAGES = ['openjdk-17-jdk-headless', 'openjdk-17-jre-headless'];

/**
 * A jar of one Java source, compiled once for each content.
 * @param options - `classpath`: folders with the jars that the source needs
 */
export async function compileJar(options: {
  source: string;
  classpath: string[];
  log: Log;
}): Promise<string> {
  const { source, classpath, log } = options;
  const main = path.basename(source, '.java');
  const id = createHash('sha256')
    .update(fs.readFileSync(source))
    .update(classpath.map(folder => path.basename(folder)).join(' '))
    .digest('hex');
  return cached(`jars/${main}-${id.slice(0, 12)}.jar`, async target => {
    const bin = await jdk(log);
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-javac-'));
    try {
      await run(path.join(bin, 'javac'), [
        ...['--release', '17', '-nowarn', '-d', work],
        ...['-cp', classpathOf(classpath), source],
      ]);
      await run(path.join(bin, 'jar'), [
        ...['--create', '--file', target, '--main-class', main],
        ...['-C', work, '.'],
      ]);
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  });
}

/** All jars of some folders, in Java's words. */
export function classpathOf(folders: readonly string[]): string {
  return folders.map(folder => path.join(folder, '*')).join(path.delimiter);
}

/** Folder of javac and jar: the machine's own, else Debian's, unpacked into the cache. */
async function jdk(log: Log): Promise<string> {
  if (spawnSync('javac', ['-version']).status === 0) return '';
  const home = await cached('jdk-17-debian', async target => {
    log('fetching a Java compiler');
    fs.mkdirSync(target);
    await oneAtATime('apt', () =>
      run('apt-get', ['download', '-qq', ...PACKAGES], { cwd: target }),
    );
    for (const file of fs.readdirSync(target)) {
      await run('dpkg', ['-x', file, '.'], { cwd: target });
      fs.rmSync(path.join(target, file));
    }
  });
  const versions = path.join(home, 'usr/lib/jvm');
  const version = fs
    .readdirSync(versions)
    .find(name => name.startsWith('java-17-'))!;
  return path.join(versions, version, 'bin');
}

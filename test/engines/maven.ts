import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cached, Log, oneAtATime, run } from '../cluster/download';

const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

/**
 * A folder with the jars of these coordinates (`group:artifact:version`) and
 * of all that they need at run time; fetched once.
 */
export async function mavenJars(
  name: string,
  coordinates: string[],
  log: Log,
): Promise<string> {
  const id = createHash('sha256').update(coordinates.join(' ')).digest('hex');
  return cached(`jars/${name}-${id.slice(0, 12)}`, async target => {
    log(`fetching the jars of ${name}`);
    await oneAtATime('apt', async () => ensureMaven());
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-maven-'));
    try {
      fs.writeFileSync(path.join(work, 'pom.xml'), pom(coordinates));
      // Two of them would write to one local repository.
      await oneAtATime('maven', () =>
        run('mvn', [
          ...['--batch-mode', '--quiet', '--file', path.join(work, 'pom.xml')],
          `${PLUGIN}:copy-dependencies`,
          `-DoutputDirectory=${target}`,
          '-DincludeScope=runtime',
        ]),
      );
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  });
}

/** Installs Debian's Maven as root where there is none. */
function ensureMaven() {
  if (hasMaven()) return;
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'pipe' });
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'maven'],
      { env, stdio: 'pipe' },
    );
  }
  if (!hasMaven()) {
    throw new Error(
      'The tests with real engines need Maven. Install it (Debian: apt-get install maven) and start again.',
    );
  }
}

function hasMaven() {
  return spawnSync('mvn', ['--version']).status === 0;
}

function pom(coordinates: string[]) {
  const dependencies = coordinates.map(coordinate => {
    const [group, artifact, version] = coordinate.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  });
  return `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>dev.headworks</groupId>
  <artifactId>engines</artifactId>
  <version>1</version>
  ${repositories()}
  <dependencies>${dependencies.join('')}</dependencies>
</project>`;
}

/** HEADWORKS_MAVEN names another place of Maven Central; else Maven's own settings decide. */
function repositories() {
  const url = process.env.HEADWORKS_MAVEN;
  if (!url) return '';
  const place = `<id>central</id><url>${url}</url>`;
  return `<repositories><repository>${place}</repository></repositories>
  <pluginRepositories><pluginRepository>${place}</pluginRepository></pluginRepositories>`;
}

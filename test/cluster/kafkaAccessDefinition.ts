import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cached, download, Log, run } from './download';

const VERSION = '0.3.0';
const MAVEN = process.env.HEADWORKS_MAVEN ?? 'https://repo1.maven.org/maven2';
const FILE = 'META-INF/fabric8/kafkaaccesses.access.strimzi.io-v1.yml';

/** The CRD of Strimzi's Access Operator, out of its released jar. */
export async function kafkaAccessDefinition(log: Log): Promise<string> {
  return cached(`crds/strimzi-access-${VERSION}`, async target => {
    log(`fetching Strimzi's Access Operator ${VERSION}`);
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-access-'));
    try {
      const jar = path.join(work, 'api.jar');
      await download({
        url: `${MAVEN}/io/strimzi/access-operator/api/${VERSION}/api-${VERSION}.jar`,
        sha256:
          '401519dbab5c443b09e13d2f6a18b1cf511d05a8534d8f79398c40a3a5e61bb0',
        target: jar,
      });
      fs.mkdirSync(target);
      await run('python3', ['-m', 'zipfile', '-e', jar, work]);
      fs.copyFileSync(
        path.join(work, FILE),
        path.join(target, 'kafkaaccess.yaml'),
      );
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  });
}

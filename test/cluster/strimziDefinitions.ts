import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureJava } from '../engines/java';
import { cached, download, Log, run } from './download';

const VERSION = '1.2.0';
const MAVEN = process.env.HEADWORKS_MAVEN ?? 'https://repo1.maven.org/maven2';

const JARS = [
  {
    path: `io/strimzi/api/${VERSION}/api-${VERSION}.jar`,
    sha256: '566961ae5e5646a001ae91312beda5cba3a5d467e740e205e1b761754335fe4e',
  },
  {
    path: `io/strimzi/crd-generator/${VERSION}/crd-generator-${VERSION}.jar`,
    sha256: '76bb2430e702a1e6a24c071d26c865d5e9572cbc630d176d3b912033ae23ed00',
  },
];

const MODEL = 'io.strimzi.api.kafka.model';
const KINDS = [
  'kafka.Kafka',
  'connect.KafkaConnect',
  'podset.StrimziPodSet',
  'topic.KafkaTopic',
  'user.KafkaUser',
  'nodepool.KafkaNodePool',
  'connector.KafkaConnector',
];

/**
 * Strimzi's CRDs by Strimzi's own generator, with the options of its release
 * build: the result equals the files of the release byte for byte.
 */
export async function strimziDefinitions(log: Log): Promise<string> {
  return cached(`crds/strimzi-${VERSION}`, async target => {
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-strimzi-'));
    try {
      log(`fetching Strimzi ${VERSION}`);
      for (const jar of JARS) {
        await download({
          url: `${MAVEN}/${jar.path}`,
          sha256: jar.sha256,
          target: path.join(work, path.basename(jar.path)),
        });
      }
      const java = await ensureJava(21, log);
      fs.mkdirSync(target);
      await run(java, [
        '-cp',
        JARS.map(jar => path.join(work, path.basename(jar.path))).join(
          path.delimiter,
        ),
        'io.strimzi.crdgenerator.CrdGenerator',
        ...['--label', 'app:strimzi'],
        ...['--label', 'strimzi.io/crd-install:true'],
        ...['--target-kube', '1.16+'],
        ...['--crd-api-version', 'v1'],
        ...['--api-versions', 'v1'],
        ...['--storage-version', 'v1'],
        '--yaml',
        ...KINDS.map(
          kind =>
            `${MODEL}.${kind}=${path.join(
              target,
              `${kind.split('.')[1]}.yaml`,
            )}`,
        ),
      ]);
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  });
}

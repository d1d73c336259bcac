import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cached, Log } from '../cluster/download';
import { mavenJars } from './maven';

export const KAFKA_VERSION = '4.3.1';

const COMMANDS = {
  'kafka-acls': 'org.apache.kafka.tools.AclCommand',
  'kafka-broker-api-versions':
    'org.apache.kafka.tools.BrokerApiVersionsCommand',
  'kafka-configs': 'kafka.admin.ConfigCommand',
  'kafka-console-consumer': 'org.apache.kafka.tools.consumer.ConsoleConsumer',
  'kafka-console-producer': 'org.apache.kafka.tools.ConsoleProducer',
  'kafka-delete-records': 'org.apache.kafka.tools.DeleteRecordsCommand',
  'kafka-get-offsets': 'org.apache.kafka.tools.GetOffsetShell',
  'kafka-jmx': 'org.apache.kafka.tools.JmxTool',
  'kafka-metadata-quorum': 'org.apache.kafka.tools.MetadataQuorumCommand',
  'kafka-server-start': 'kafka.Kafka',
  'kafka-storage': 'kafka.tools.StorageTool',
  'kafka-topics': 'org.apache.kafka.tools.TopicCommand',
};

/**
 * A folder such as the image apache/kafka has at /opt/kafka: the released jars
 * from Maven and commands of the same names. The commands need a Java on the
 * PATH (see `ensureJava`).
 */
export async function kafkaHome(log: Log): Promise<string> {
  const jars = await mavenJars(
    `kafka-${KAFKA_VERSION}`,
    [
      `org.apache.kafka:kafka_2.13:${KAFKA_VERSION}`,
      `org.apache.kafka:kafka-tools:${KAFKA_VERSION}`,
      'org.slf4j:slf4j-simple:1.7.36',
    ],
    log,
  );
  const commands = createHash('sha256')
    .update(JSON.stringify(COMMANDS))
    .digest('hex');
  const home = `${path.basename(jars)}-home-${commands.slice(0, 8)}`;
  return cached(`engines/${home}`, async target => {
    fs.mkdirSync(path.join(target, 'bin'), { recursive: true });
    fs.symlinkSync(jars, path.join(target, 'libs'));
    for (const [name, main] of Object.entries(COMMANDS)) {
      const file = path.join(target, 'bin', `${name}.sh`);
      fs.writeFileSync(file, script(main), { mode: 0o755 });
    }
  });
}

/** Little memory and a quick start, unless the caller's environment says otherwise. */
function script(main: string) {
  return `#!/bin/sh
exec java \${KAFKA_HEAP_OPTS:--Xmx384m} -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \\
  $KAFKA_OPTS -cp "$(dirname "$0")/../libs/*" ${main} "$@"
`;
}

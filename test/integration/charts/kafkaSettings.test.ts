import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../../cluster/processes';
import { Kafka, kafkaCommand, startKafka } from '../../engines/kafka';
import { KAFKA_VERSION } from '../../engines/kafkaHome';

const templates = path.resolve(__dirname, '../../../charts/common/templates');

/** What a define without logic says, as words. */
function wordsOf(file: string, define: string): string[] {
  const text = fs.readFileSync(path.join(templates, file), 'utf8');
  const [, body] = text.split(`{{- define "${define}" -}}`);
  return body.split('{{- end }}')[0].trim().split(/\s+/);
}

/** The charts refuse settings that Kafka does not know: a real one is asked what it knows. */
describe('the settings that the charts know', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-kafka-'));
  let kafka: Kafka | undefined;
  let bootstrap: string[];

  beforeAll(async () => {
    const [client, controller] = await freePorts(2);
    const properties = path.join(folder, 'server.properties');
    fs.writeFileSync(
      properties,
      `node.id=0
process.roles=broker,controller
controller.quorum.voters=0@127.0.0.1:${controller}
controller.listener.names=CONTROLLER
listeners=PLAIN://127.0.0.1:${client},CONTROLLER://127.0.0.1:${controller}
listener.security.protocol.map=PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAIN
offsets.topic.replication.factor=1
log.dirs=${folder}/data
`,
    );
    kafka = await startKafka({ properties });
    bootstrap = ['--bootstrap-server', `127.0.0.1:${client}`];
  }, 900_000);

  afterAll(async () => {
    await kafka?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function described(type: string, name: string): Promise<string[]> {
    const entity = ['--entity-type', type, '--entity-name', name];
    const text = await kafkaCommand('kafka-configs', [
      ...bootstrap,
      ...['--describe', '--all', ...entity],
    ]);
    return [...text.matchAll(/^ {2}([a-z0-9.]+)=/gm)]
      .map(([, key]) => key)
      .filter(key => !key.startsWith('internal.'))
      .sort();
  }

  it('are those of a real topic', async () => {
    await kafkaCommand('kafka-topics', [
      ...bootstrap,
      ...['--create', '--topic', 'any'],
    ]);
    expect(
      wordsOf('_kafka_settings.tpl', 'common.kafka.settings.topic').sort(),
    ).toEqual(await described('topics', 'any'));
  });

  it('are those of a real broker, but for what Strimzi drops', async () => {
    const dropped = wordsOf('_kafka.tpl', 'common.kafka.forbidden');
    const allowed = wordsOf('_kafka.tpl', 'common.kafka.allowed');
    const known = (await described('brokers', '0')).filter(
      key =>
        allowed.includes(key) ||
        !dropped.some(prefix => key.startsWith(prefix)),
    );
    expect(
      wordsOf('_kafka_settings.tpl', 'common.kafka.settings.broker').sort(),
    ).toEqual(known);
  });

  it('are those of the newest version that the schema admits', () => {
    const schema = fs.readFileSync(
      path.join(templates, '../../kafka/values.schema.json'),
      'utf8',
    );
    const { cluster } = JSON.parse(schema).properties;
    const versions = wordsOf('_kafka_settings.tpl', 'common.kafka.versions');
    expect(Object.keys(JSON.parse(versions.join('')))).toEqual(
      cluster.properties.version.enum,
    );
    expect(cluster.properties.version.enum.at(-1)).toBe(KAFKA_VERSION);
  });
});

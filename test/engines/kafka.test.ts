import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../cluster/processes';
import { Kafka, kafkaCommand, startKafka } from './kafka';

describe('startKafka', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-kafka-'));
  let kafka: Kafka | undefined;

  afterAll(async () => {
    await kafka?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('starts a real Kafka from a server.properties and ends it by its id', async () => {
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
    const bootstrap = ['--bootstrap-server', `127.0.0.1:${client}`];
    await kafkaCommand('kafka-topics', [
      ...bootstrap,
      ...['--create', '--topic', 'clicks', '--partitions', '2'],
    ]);
    expect(
      await kafkaCommand('kafka-topics', [...bootstrap, '--list']),
    ).toContain('clicks');

    await kafka.stop();
    expect(() => process.kill(kafka!.pid, 0)).toThrow('ESRCH');
  });
});

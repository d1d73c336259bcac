import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from '../cluster/processes';
import { CertificateAuthority } from './certificates';
import { Kafka, kafkaCommand, startKafka } from './kafka';

/** Who may connect at the secure listener. */
export const PORTAL = { username: 'portal', password: 'sesame-opens-it' };

/**
 * One node of a real Kafka: whoever connects at the open listener may do
 * everything, and user `portal` at the secure one (TLS, SCRAM or PLAIN) what
 * ACLs allow.
 */
export class SingleKafka {
  #kafka: Kafka | undefined;

  private constructor(
    readonly open: string,
    readonly secure: string,
    /** PEM. */
    readonly ca: string,
    readonly folder: string,
  ) {}

  /**
   * @param folder - where its data goes
   * @param program - what to start in place of a file, such as inside a
   *   network namespace
   */
  static async start(
    folder: string,
    program?: (file: string) => string,
  ): Promise<SingleKafka> {
    const [open, secure, controller] = (await freePorts(3)).map(
      port => `127.0.0.1:${port}`,
    );
    const authority = await CertificateAuthority.create(
      path.join(folder, 'ca'),
    );
    const { certificate, key } = await authority.sign('broker');
    const keystore = path.join(folder, 'broker.pem');
    fs.writeFileSync(keystore, `${key}${certificate}`);
    const properties = path.join(folder, 'server.properties');
    fs.writeFileSync(
      properties,
      serverProperties({ open, secure, controller, keystore, folder }),
    );
    const single = new SingleKafka(open, secure, authority.certificate, folder);
    const { username, password } = PORTAL;
    single.#kafka = await startKafka({
      properties,
      program,
      format: [
        '--add-scram',
        `SCRAM-SHA-512=[name=${username},password=${password}]`,
      ],
    });
    return single;
  }

  async stop(): Promise<void> {
    await this.#kafka?.stop();
    this.#kafka = undefined;
  }

  /** @param config - such as `segment.bytes=1048576` */
  async createTopic(
    topic: string,
    partitions: number,
    config: string[] = [],
  ): Promise<void> {
    await this.#command('kafka-topics', [
      ...['--create', '--topic', topic, '--partitions', String(partitions)],
      ...config.flatMap(one => ['--config', one]),
    ]);
  }

  /** Writes one record after the other, each in a batch of its own. */
  async write(topic: string, records: string[]): Promise<void> {
    await this.#command(
      'kafka-console-producer',
      ['--topic', topic, '--producer-property', 'batch.size=0'],
      `${records.join('\n')}\n`,
    );
  }

  /** @param before - by partition: the first offset that stays; -1: none */
  async deleteRecords(topic: string, before: number[]): Promise<void> {
    const file = path.join(this.folder, 'delete.json');
    const partitions = before.map((offset, partition) => ({
      topic,
      partition,
      offset,
    }));
    fs.writeFileSync(file, JSON.stringify({ version: 1, partitions }));
    await this.#command('kafka-delete-records', ['--offset-json-file', file]);
  }

  /** Lets user `portal` do one thing with a topic. */
  async allow(operation: string, topic: string): Promise<void> {
    await this.#command('kafka-acls', [
      ...['--add', '--allow-principal', `User:${PORTAL.username}`],
      ...['--operation', operation, '--topic', topic],
    ]);
  }

  async #command(name: string, args: string[], input?: string) {
    const server = ['--bootstrap-server', this.open];
    return kafkaCommand(name, [...server, ...args], input);
  }
}

function serverProperties(at: {
  open: string;
  secure: string;
  controller: string;
  keystore: string;
  folder: string;
}): string {
  const login = 'org.apache.kafka.common.security';
  return `node.id=0
process.roles=broker,controller
controller.quorum.voters=0@${at.controller}
controller.listener.names=CONTROLLER
listeners=OPEN://${at.open},SECURE://${at.secure},CONTROLLER://${at.controller}
listener.security.protocol.map=OPEN:PLAINTEXT,SECURE:SASL_SSL,CONTROLLER:PLAINTEXT
inter.broker.listener.name=OPEN
listener.name.secure.sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
listener.name.secure.scram-sha-512.sasl.jaas.config=${login}.scram.ScramLoginModule required;
listener.name.secure.plain.sasl.jaas.config=${login}.plain.PlainLoginModule required user_${PORTAL.username}="${PORTAL.password}";
listener.name.secure.ssl.keystore.type=PEM
listener.name.secure.ssl.keystore.location=${at.keystore}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
auto.create.topics.enable=false
# Files of deleted records stay for as long as a test looks; usually Kafka
# removes them half a minute after its start.
log.initial.task.delay.ms=3600000
offsets.topic.replication.factor=1
log.dirs=${at.folder}/data
`;
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { certificate } from '../engines/certificate';
import { KAFKA_VERSION, kafkaHome } from '../engines/kafkaHome';
import { Lab } from './lab';
import { LabPipeline } from './pipeline';

const NAMESPACE = 'kafka';
const USER = 'visitor';
const PORTS = [30940, 30941];

/** On a real node, under Pod Security "restricted": one controller, two brokers. */
describe('Kafka without an operator on a node', () => {
  const lab = new Lab();
  const pipeline = new LabPipeline(lab, NAMESPACE);
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-kafka-'));
  let kafka = '';
  let address = '';

  beforeAll(async () => {
    kafka = await kafkaHome(() => {});
    await makeImage(lab, kafka);
    await lab.up('jre');
    await lab.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: NAMESPACE,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
    address = await lab.kubectl(
      ...[
        'get',
        'nodes',
        '-o',
        'jsonpath={.items[0].status.addresses[0].address}',
      ],
    );
    for (const object of await needs(home, address)) await lab.apply(object);
    await install();
  }, 1_800_000);

  afterAll(async () => {
    await lab.down();
    pipeline.remove();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it('has ready pods, and topics that the hook made', async () => {
    await rolledOut();
    await lab.helm('test', 'stream', '--namespace', NAMESPACE);
  });

  it('takes a message from outside by the advertised addresses and gives it back', async () => {
    await produce('before');
    expect(await consume(1)).toContain('before');
  });

  it('keeps it through a change that restarts every node, one after the other', async () => {
    await install({ 'log.retention.hours': 24 });
    await rolledOut();
    await produce('after');
    const messages = await consume(2);
    expect(messages).toContain('before');
    expect(messages).toContain('after');
  });

  async function install(config: object = {}) {
    try {
      await pipeline.install(
        specification(address, config),
        ...['--timeout', '10m'],
      );
    } catch (error) {
      const said = await lab
        .kubectl('--namespace', NAMESPACE, 'logs', 'job/stream-topics')
        .catch(String);
      throw new Error(`${(error as Error).message}\nThe hook said: ${said}`);
    }
  }

  async function rolledOut() {
    for (const pool of ['controllers', 'brokers']) {
      await lab.kubectl(
        ...['--namespace', NAMESPACE, 'rollout', 'status', '--timeout=600s'],
        `statefulset/stream-${pool}`,
      );
    }
  }

  function produce(message: string) {
    return outside(
      `echo ${message} | ${kafka}/bin/kafka-console-producer.sh --topic clicks`,
    );
  }

  function consume(count: number) {
    return outside(
      `${kafka}/bin/kafka-console-consumer.sh --topic clicks --from-beginning --timeout-ms 60000 --max-messages ${count} --group ${USER}-${count}`,
    );
  }

  /** As somebody who sees the node and no pod or Service by name. */
  function outside(command: string) {
    const file = path.join(home, 'client.properties');
    fs.writeFileSync(
      file,
      `security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="${USER}" password="visitor-password";
ssl.truststore.type=PEM
ssl.truststore.location=${home}/tls.crt
`,
    );
    // No name server is out there that would answer for the node's address.
    const hosts = path.join(home, 'hosts');
    fs.writeFileSync(hosts, `${address} node\n`);
    return lab.inside(
      ...['env', `KAFKA_OPTS=-Djdk.net.hosts.file=${hosts}`, 'sh', '-c'],
      `${command} --bootstrap-server ${address}:${PORTS[0]} --command-config ${file}`,
    );
  }
});

function specification(address: string, config: object = {}) {
  const small = { cpu: 0.3, memory: '768Mi', heap: '320m' };
  const storage = { size: '1Gi', class: 'lab' };
  const secure = { tls: true, authentication: 'scram-sha-512' };
  return {
    pipeline: { name: 'stream', owner: 'group:default/data-team' },
    environments: { dev: { cluster: 'lab', namespace: NAMESPACE } },
    values: {
      global: {
        kafka: {
          mode: 'statefulset',
          cluster: 'stream',
          bootstrapServers: `stream-bootstrap.${NAMESPACE}.svc:9093`,
          authentication: 'scram-sha-512',
          credentials: { via: 'existing-secret', secret: USER },
          tls: { caSecret: 'nodes' },
        },
        storage: { uri: 's3://nothing/stream' },
      },
      kafka: {
        cluster: {
          create: true,
          config,
          pools: {
            controllers: { replicas: 1, storage, ...small },
            brokers: { replicas: 2, storage, ...small },
          },
          listeners: {
            tls: { port: 9093, type: 'internal', ...secure },
            outside: {
              port: 9094,
              type: 'nodeport',
              ...secure,
              addresses: {
                0: `${address}:${PORTS[0]}`,
                1: `${address}:${PORTS[1]}`,
              },
            },
          },
          statefulset: {
            image: { repository: 'lab/kafka', tag: KAFKA_VERSION },
            admin: { secret: 'admin' },
            tls: { secret: 'nodes' },
            users: {
              [USER]: { secret: USER, reads: ['clicks'], writes: ['clicks'] },
            },
          },
        },
        topics: { clicks: { partitions: 2 } },
      },
    },
  };
}

/** Secrets that somebody has to make first, and a volume for each node. */
async function needs(folder: string, address: string): Promise<object[]> {
  const secret = (name: string, stringData: object) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace: NAMESPACE },
    stringData,
  });
  const volumes = [
    'stream-controllers-1000',
    'stream-brokers-0',
    'stream-brokers-1',
  ];
  return [
    secret('admin', { password: 'admin-password' }),
    secret(USER, { password: 'visitor-password' }),
    secret(
      'nodes',
      await certificate(folder, [
        `DNS:*.stream-nodes.${NAMESPACE}.svc`,
        `DNS:stream-bootstrap.${NAMESPACE}.svc`,
        `IP:${address}`,
      ]),
    ),
    ...volumes.map(pod => {
      const data = path.join(folder, pod);
      fs.mkdirSync(data);
      // No driver here that would give it to the pods' group.
      fs.chmodSync(data, 0o777);
      return {
        apiVersion: 'v1',
        kind: 'PersistentVolume',
        metadata: { name: pod },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'lab',
          capacity: { storage: '1Gi' },
          claimRef: { name: `data-0-${pod}`, namespace: NAMESPACE },
          hostPath: { path: data },
        },
      };
    }),
  ];
}

/** Kafka where the image apache/kafka has it, for the same user. */
async function makeImage(lab: Lab, kafka: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-image-'));
  for (const part of ['bin', 'libs']) {
    fs.cpSync(
      fs.realpathSync(path.join(kafka, part)),
      path.join(folder, 'opt/kafka', part),
      { recursive: true },
    );
  }
  await lab.call('images', 'jre');
  await lab.image({
    name: `lab/kafka:${KAFKA_VERSION}`,
    base: 'lab/jre:17',
    folder,
    config: {
      User: '1000:1000',
      Env: [
        'PATH=/usr/local/bin:/usr/bin:/bin',
        'JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64',
      ],
    },
  });
  fs.rmSync(folder, { recursive: true });
}

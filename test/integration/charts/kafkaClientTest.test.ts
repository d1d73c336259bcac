import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../../cluster/processes';
import { run } from '../../cluster/download';
import { CertificateAuthority } from '../../engines/certificates';
import { javaEnvironment } from '../../engines/java';
import { Kafka, kafkaCommand, startKafka } from '../../engines/kafka';
import { kafkaHome } from '../../engines/kafkaHome';
import { Rendered, Renderer } from './renderer';

const CLIENT = 'clickstream-dev-kafka-test';
const PASSWORD = 'correct-horse';
const TOPICS = ['clicks', 'sessions', 'alerts'];

interface Pod {
  containers: [
    { command: string[]; env: Array<{ name: string; value: string }> },
  ];
  volumes: Array<{
    name: string;
    secret?: {
      secretName: string;
      items?: Array<{ key: string; path: string }>;
    };
  }>;
}

/** name of a secret → key → content */
type Secrets = Record<string, Record<string, string>>;

/**
 * What `helm test` runs, run: the rendered script with the rendered
 * environment, and secrets mounted as the rendered volumes say.
 */
describe('helm test of the kafka chart', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-kafka-'));
  const charts = new Renderer('helm4');
  let kafka: Kafka | undefined;
  let authority: CertificateAuthority;
  let ports: { plain: number; scram: number; tls: number };
  let user: { certificate: string; key: string };

  beforeAll(async () => {
    await charts.start();
    authority = await CertificateAuthority.create(path.join(folder, 'ca'));
    user = await authority.sign(CLIENT);
    const [plain, scram, tls, controller] = await freePorts(4);
    ports = { plain, scram, tls };
    const properties = path.join(folder, 'server.properties');
    fs.writeFileSync(properties, await serverProperties(controller));
    kafka = await startKafka({ properties });
    const admin = ['--bootstrap-server', `127.0.0.1:${plain}`];
    for (const topic of TOPICS) {
      await kafkaCommand('kafka-topics', [
        ...admin,
        ...['--create', '--topic', topic],
      ]);
    }
    await kafkaCommand('kafka-configs', [
      ...[...admin, '--alter', '--entity-type', 'users'],
      ...['--entity-name', CLIENT],
      ...['--add-config', `SCRAM-SHA-512=[password=${PASSWORD}]`],
    ]);
    await kafkaCommand('kafka-acls', [
      ...[...admin, '--add', '--operation', 'Describe'],
      ...['--allow-principal', `User:${CLIENT}`],
      ...['--allow-principal', `User:CN=${CLIENT}`],
      ...TOPICS.flatMap(topic => ['--topic', topic]),
    ]);
  }, 900_000);

  afterAll(async () => {
    await kafka?.stop();
    charts.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function serverProperties(controller: number): Promise<string> {
    const { certificate, key } = await authority.sign('broker');
    const keystore = path.join(folder, 'broker.pem');
    const truststore = path.join(folder, 'ca.pem');
    fs.writeFileSync(keystore, key + certificate);
    fs.writeFileSync(truststore, authority.certificate);
    return `node.id=0
process.roles=broker,controller
controller.quorum.voters=0@127.0.0.1:${controller}
controller.listener.names=CONTROLLER
listeners=PLAIN://127.0.0.1:${ports.plain},SCRAM://127.0.0.1:${ports.scram},TLS://127.0.0.1:${ports.tls},CONTROLLER://127.0.0.1:${controller}
listener.security.protocol.map=PLAIN:PLAINTEXT,CONTROLLER:PLAINTEXT,SCRAM:SASL_SSL,TLS:SSL
listener.name.scram.sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.scram.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
listener.name.tls.ssl.client.auth=required
ssl.keystore.type=PEM
ssl.keystore.location=${keystore}
ssl.truststore.type=PEM
ssl.truststore.location=${truststore}
inter.broker.listener.name=PLAIN
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
offsets.topic.replication.factor=1
log.dirs=${folder}/data
`;
  }

  const podOf = (made: Rendered[]) =>
    made.find(
      ({ kind, metadata }) =>
        kind === 'Pod' && metadata.name === 'clickstream-kafka-test',
    )!.spec as unknown as Pod;

  /** Runs the pod's command here; returns what it said, last word first where it failed. */
  async function runPod(values: object, secrets: Secrets): Promise<string> {
    const { containers, volumes } = podOf(await charts.objects(values));
    const home = fs.mkdtempSync(path.join(folder, 'pod-'));
    for (const { name, secret } of volumes) {
      if (!secret) continue;
      const mounted = path.join(home, name.replace('kafka-', ''));
      const content = secrets[secret.secretName];
      const items =
        secret.items ?? Object.keys(content).map(key => ({ key, path: key }));
      fs.mkdirSync(mounted, { recursive: true });
      for (const item of items) {
        fs.writeFileSync(path.join(mounted, item.path), content[item.key]);
      }
    }
    const given = Object.fromEntries(
      containers[0].env.map(({ name, value }) => [
        name,
        value.replace('/etc/kafka', home),
      ]),
    );
    const [file, ...args] = containers[0].command;
    return run(file, args, {
      env: {
        ...(await javaEnvironment(17, () => {})),
        ...given,
        TMPDIR: home,
        KAFKA_HOME: await kafkaHome(() => {}),
      },
    }).catch((error: Error) => error.message);
  }

  const jaas = (password: string) =>
    `org.apache.kafka.common.security.scram.ScramLoginModule required username="${CLIENT}" password="${password}";`;
  const scram = () => ({
    authentication: 'scram-sha-512',
    bootstrapServers: `127.0.0.1:${ports.scram}`,
    credentials: { via: 'kafka-access' },
  });
  /** As Strimzi's Access Operator writes it. */
  const access = (password: string): Secrets => ({
    [`${CLIENT}-kafka`]: {
      username: CLIENT,
      password,
      'sasl.jaas.config': jaas(password),
      'ssl.truststore.crt': authority.certificate,
    },
  });

  it('passes with a password that a KafkaAccess brought', async () => {
    expect(
      await runPod({ global: { kafka: scram() } }, access(PASSWORD)),
    ).toContain('answers over SASL_SSL and has every declared topic.');
  });

  it('passes with a certificate out of a secret that exists', async () => {
    const secrets: Secrets = {
      mine: { 'user.crt': user.certificate, 'user.key': user.key },
      ca: { 'ca.crt': authority.certificate },
    };
    const text = await runPod(
      {
        global: {
          kafka: {
            mode: 'external',
            authentication: 'tls',
            bootstrapServers: `127.0.0.1:${ports.tls}`,
            credentials: { via: 'existing-secret', secret: 'mine' },
            tls: { caSecret: 'ca' },
          },
        },
        kafka: {
          topics: Object.fromEntries(
            TOPICS.map(topic => [topic, { external: true }]),
          ),
        },
      },
      secrets,
    );
    expect(text).toContain('answers over SSL and has every declared topic.');
  });

  it('passes where nobody has to prove anything', async () => {
    const text = await runPod(
      {
        global: { kafka: { bootstrapServers: `127.0.0.1:${ports.plain}` } },
      },
      {},
    );
    expect(text).toContain('answers over PLAINTEXT');
  });

  it('names a topic that is missing', async () => {
    const text = await runPod(
      { global: { kafka: scram() }, kafka: { topics: { nowhere: {} } } },
      access(PASSWORD),
    );
    expect(text).toContain('or the right to see them: nowhere');
  });

  it('fails with a wrong password', async () => {
    expect(
      await runPod({ global: { kafka: scram() } }, access('wrong')),
    ).toContain('SaslAuthenticationException');
  });

  it('fails where the CA is another', async () => {
    const other = await CertificateAuthority.create(path.join(folder, 'other'));
    const secrets = access(PASSWORD);
    secrets[`${CLIENT}-kafka`]['ssl.truststore.crt'] = other.certificate;
    expect(await runPod({ global: { kafka: scram() } }, secrets)).toContain(
      'Path does not chain with any of the trust anchors',
    );
  });

  it('makes its user before itself and removes it after', async () => {
    const made = await charts.objects({ global: { kafka: scram() } });
    const needed = made.filter(
      ({ kind, metadata }) =>
        kind !== 'Pod' && metadata.annotations?.['helm.sh/hook'] === 'test',
    );
    expect(needed.map(({ kind, metadata }) => [kind, metadata.name])).toEqual(
      expect.arrayContaining([
        ['KafkaUser', CLIENT],
        ['KafkaAccess', `${CLIENT}-kafka`],
      ]),
    );
    for (const { metadata } of needed) {
      expect(metadata.annotations).toMatchObject({
        'helm.sh/hook-weight': '-1',
        'helm.sh/hook-delete-policy': 'before-hook-creation,hook-succeeded',
      });
    }
  });

  it('is not there where tests are off', async () => {
    const made = await charts.objects({
      global: { kafka: scram(), tests: { enabled: false } },
    });
    expect(JSON.stringify(made)).not.toContain('kafka-test');
  });
});

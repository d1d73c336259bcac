import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { certificate } from '../../engines/certificate';
import { RenderedKafka } from '../../engines/RenderedKafka';
import { kafkaCommand } from '../../engines/kafka';
import { readSpec } from './cases';
import { Renderer } from './renderer';

/** The rendered files, scripts and commands of mode statefulset with a real Kafka. */
describe('nodes of mode statefulset', () => {
  const charts = new Renderer('helm4');
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-clients-'));
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => {
    charts.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  describe('as one node with both roles', () => {
    let kafka: RenderedKafka;
    const render = (topics: object = {}) =>
      charts.objects({ kafka: { topics } }, 'brook');

    beforeAll(async () => {
      await charts.write(readSpec('kafka', 'statefulset-dev-values.yaml'));
      kafka = new RenderedKafka(await render());
      await kafka.start();
    }, 300_000);
    afterAll(() => kafka?.stop());

    it('become ready', async () => {
      expect(await kafka.ready(0)).toMatchObject({ code: 0 });
    });

    it('have no topics before the hook has run, and the test says so', async () => {
      const { code, output } = await kafka.runTest();
      expect(code).toBe(1);
      expect(output).toContain('Missing topics: clicks orders');
    });

    it('have the declared topics after it', async () => {
      expect(await kafka.runJob()).toMatchObject({ code: 0 });
      expect(await describeTopic('clicks')).toMatch(
        /PartitionCount: 3\s+ReplicationFactor: 1\s+Configs: .*retention.ms=604800000/,
      );
      expect(await describeTopic('orders')).toContain(
        'cleanup.policy=compact,delete',
      );
      expect(await kafka.runTest()).toMatchObject({ code: 0 });
    });

    it('keep a message', async () => {
      const at = ['--bootstrap-server', kafka.address(0, 9092)];
      const topic = ['--topic', 'clicks'];
      await kafkaCommand('kafka-console-producer', [...at, ...topic], 'hello');
      await kafka.stopNode(0);
      await kafka.startNode(0);
      expect(
        await kafkaCommand('kafka-console-consumer', [
          ...[...at, ...topic, '--from-beginning'],
          ...['--max-messages', '1', '--timeout-ms', '30000'],
        ]),
      ).toContain('hello');
    });

    it('get more partitions and other settings from a changed release, once', async () => {
      kafka.change(
        await render({ clicks: { partitions: 4, retention: '1h' } }),
      );
      const first = await kafka.runJob();
      expect(first).toMatchObject({ code: 0 });
      expect(first.output).toContain('clicks: 4 partitions instead of 3');
      expect(await describeTopic('clicks')).toMatch(
        /PartitionCount: 4\s.*retention.ms=3600000/,
      );
      const second = await kafka.runJob();
      expect(second).toMatchObject({ code: 0 });
      expect(second.output).not.toMatch(/clicks|orders/);
    });

    it('never get fewer partitions, and nothing else then', async () => {
      kafka.change(
        await render({ clicks: { partitions: 1 }, more: { partitions: 1 } }),
      );
      const { code, output } = await kafka.runJob();
      expect(code).toBe(64);
      expect(output).toContain(
        'kafka.topics.clicks.partitions: the topic has 4 partitions and Kafka cannot take any away; set it to 4',
      );
      expect(await describeTopic('clicks')).toContain('PartitionCount: 4');
      await expect(describeTopic('more')).rejects.toThrow('does not exist');
    });

    const describeTopic = (name: string) =>
      kafkaCommand('kafka-topics', [
        ...['--bootstrap-server', kafka.address(0, 9092)],
        ...['--describe', '--topic', name],
      ]);
  });

  describe('with passwords and certificates, controllers apart', () => {
    const JOB = 'clickstream-prod-sessionize';
    let kafka: RenderedKafka;

    beforeAll(async () => {
      const spec = readSpec('kafka', 'statefulset-prod-values.yaml');
      await charts.write(spec);
      const objects = await charts.objects(
        {
          global: { profile: 'dev' },
          kafka: {
            cluster: {
              pools: { controllers: { replicas: 1 }, brokers: { replicas: 2 } },
            },
          },
        },
        'river',
      );
      const tls = await certificate(home, ['IP:127.0.0.1']);
      kafka = new RenderedKafka(objects, {
        '/etc/kafka/admin': { password: 'first/User+1=' },
        '/etc/kafka/tls': tls,
        '/etc/kafka/ca': tls,
        [`/etc/kafka/users/${JOB}`]: { password: 'job-password' },
      });
      await kafka.start();
    }, 300_000);
    afterAll(() => kafka?.stop());

    it('become ready', async () => {
      for (const id of [0, 1, 1000]) {
        expect(await kafka.ready(id)).toMatchObject({ code: 0 });
      }
    });

    it('have topics and users after the hook has run', async () => {
      const { code, output } = await kafka.runJob();
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toContain(`${JOB}: set`);
      expect(await kafka.runTest()).toMatchObject({ code: 0 });
    });

    it('take a message from outside by their advertised addresses, and give it back', async () => {
      const topic = ['--topic', 'sessions'];
      await kafkaCommand(
        'kafka-console-producer',
        [...outside('--command-config'), ...topic],
        'hello',
      );
      expect(
        await kafkaCommand('kafka-console-consumer', [
          ...outside('--command-config', 'admin', 'first/User+1='),
          ...[...topic, '--from-beginning', '--max-messages', '1'],
          ...['--timeout-ms', '30000'],
        ]),
      ).toContain('hello');
    });

    it('refuse what a user has no right to', async () => {
      const answer = await kafkaCommand(
        'kafka-console-producer',
        [...outside('--command-config'), '--topic', 'clicks'],
        'hello',
      );
      expect(answer).toContain('TopicAuthorizationException');
    });

    it('refuse a wrong password', async () => {
      await expect(
        kafkaCommand('kafka-topics', [
          ...outside('--command-config', JOB, 'wrong'),
          '--list',
        ]),
      ).rejects.toThrow('SaslAuthenticationException');
    });

    it('are ready after a restart only when in sync again', async () => {
      await kafka.stopNode(1);
      const away = await kafka.ready(0, 1);
      expect(away.code).toBe(1);
      expect(away.output).toMatch(/Topic: sessions.*Replicas: .*1.*Isr: 0/);

      await kafka.startNode(1);
      let last = await kafka.ready(1);
      for (let left = 10; last.code !== 0 && left > 0; left--) {
        last = await kafka.ready(1);
      }
      expect(last).toMatchObject({ code: 0 });
    });

    const outside = (option: string, user = JOB, password = 'job-password') => {
      const file = path.join(home, `${user}-${password.length}.properties`);
      fs.writeFileSync(
        file,
        `security.protocol=SASL_SSL
sasl.mechanism=SCRAM-SHA-512
sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="${user}" password="${password}";
ssl.truststore.type=PEM
ssl.truststore.location=${home}/tls.crt
`,
      );
      return ['--bootstrap-server', kafka.address(0, 9094), option, file];
    };
  });
});

import { Renderer } from './renderer';

describe.each(['helm4', 'helm3'] as const)(
  'a Kafka cluster under %s',
  version => {
    const charts = new Renderer(version);
    beforeAll(() => charts.start(), 900_000);
    afterAll(() => charts.stop());

    it('has as many copies as its brokers can hold', async () => {
      const made = await charts.objects({
        kafka: {
          cluster: { create: true, pools: { brokers: { replicas: 1 } } },
        },
      });
      const kafka = made.find(({ kind }) => kind === 'Kafka');
      expect(kafka?.spec.kafka).toMatchObject({
        config: {
          'default.replication.factor': 1,
          'min.insync.replicas': 1,
          'offsets.topic.replication.factor': 1,
        },
      });
      const topics = made.filter(({ kind }) => kind === 'KafkaTopic');
      expect(topics.map(({ spec }) => spec.replicas)).toEqual([1, 1, 1]);
    });

    describe('refuses', () => {
      const cluster = (change: object, topics: object = {}) =>
        charts.refusal({
          kafka: {
            cluster: { create: true, ...change },
            topics: { clicks: {}, ...topics },
          },
        });

      it('more copies than brokers', async () => {
        const text = await cluster(
          { pools: { brokers: { replicas: 2 } } },
          { clicks: { replicas: 3 } },
        );
        expect(text).toContain(
          'kafka.topics.clicks.replicas: 3 copies need 3 brokers and the pools make 2; lower it or add brokers',
        );
      });

      it('as many copies in sync as there are', async () => {
        const text = await cluster({
          config: { 'min.insync.replicas': 3 },
        });
        expect(text).toContain(
          'kafka.cluster.config.min.insync.replicas: 3 of 3 copies leave no broker to restart; set it to 2',
        );
      });

      it('two listeners on one port', async () => {
        const text = await cluster({
          listeners: {
            one: { port: 9092, type: 'internal' },
            two: { port: 9092, type: 'nodeport' },
          },
        });
        expect(text).toContain(
          'kafka.cluster.listeners.two.port: the listener "one" has port 9092 already; give each a port of its own',
        );
      });

      it('client certificates without encryption', async () => {
        const text = await cluster({
          listeners: {
            one: { port: 9092, type: 'internal', authentication: 'tls' },
          },
        });
        expect(text).toContain(
          'kafka.cluster.listeners.one.authentication: tls needs an encrypted listener; set tls: true',
        );
      });

      it('settings that Strimzi would ignore, and only those', async () => {
        const text = await cluster({
          config: {
            'advertised.listeners': 'x',
            'ssl.cipher.suites': 'y',
            'log.retention.hours': 3,
          },
        });
        expect(text).toContain('1 problem(s)');
        expect(text).toContain(
          'kafka.cluster.config.advertised.listeners: Strimzi ignores settings that begin with "advertised."; remove it',
        );
      });

      it('no controllers', async () => {
        const text = await cluster({
          pools: { controllers: { enabled: false } },
        });
        expect(text).toContain(
          'kafka.cluster.pools: no pool has the role controller; enable one or add the role to another',
        );
      });

      it('a version that the operator does not run', async () => {
        expect(await cluster({ version: '3.9.0' })).toContain('version');
      });

      it('a cluster where nobody manages Kafka', async () => {
        const text = await charts.refusal({
          global: { kafka: { mode: 'external' } },
          kafka: { cluster: { create: true } },
        });
        expect(text).toContain(
          'kafka.cluster.create: mode "external" manages no cluster; set global.kafka.mode to strimzi, statefulset or confluent, or create to false',
        );
      });
    });
  },
);

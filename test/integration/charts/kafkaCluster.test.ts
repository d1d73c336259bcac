import { Rendered, Renderer } from './renderer';

describe.each(['helm4', 'helm3'] as const)(
  'the objects of a Kafka cluster under %s',
  version => {
    const charts = new Renderer(version);
    beforeAll(() => charts.start(), 900_000);
    afterAll(() => charts.stop());

    const render = (cluster: object, more: object = {}) =>
      charts.objects({
        kafka: { cluster: { create: true, ...cluster }, ...more },
      });
    const kafkaOf = (made: Rendered[]) =>
      made.find(({ kind }) => kind === 'Kafka')!.spec;
    const poolOf = (made: Rendered[], name: string) =>
      made.find(
        ({ kind, metadata }) =>
          kind === 'KafkaNodePool' && metadata.name === name,
      )!.spec;

    it('have safe settings, which `config` changes', async () => {
      const spec = kafkaOf(
        await charts.objects({
          global: { kafka: { transactionMaxTimeout: '1h' } },
          kafka: {
            cluster: {
              create: true,
              config: { 'log.retention.hours': 24 },
              rack: { topologyKey: 'zone' },
            },
          },
        }),
      );
      expect(spec.kafka).toMatchObject({
        rack: { topologyKey: 'zone' },
        config: {
          'auto.create.topics.enable': false,
          'unclean.leader.election.enable': false,
          'default.replication.factor': 3,
          'min.insync.replicas': 2,
          'transaction.max.timeout.ms': 3_600_000,
          'log.retention.hours': 24,
          'replica.selector.class':
            'org.apache.kafka.common.replica.RackAwareReplicaSelector',
        },
        template: { podDisruptionBudget: { maxUnavailable: 1 } },
      });
    });

    it('leave their pods to a Drain Cleaner that asks for it', async () => {
      const made = await render({ podDisruptionBudget: { maxUnavailable: 0 } });
      expect(kafkaOf(made).kafka).toMatchObject({
        template: { podDisruptionBudget: { maxUnavailable: 0 } },
      });
    });

    it('let through a listener whom its peers name, and all where none', async () => {
      const { listeners } = kafkaOf(
        await render({
          listeners: {
            named: {
              port: 9093,
              type: 'internal',
              tls: true,
              networkPolicyPeers: {
                all: { namespaceLabels: {} },
                jobs: {
                  namespaceLabels: { team: 'web' },
                  podLabels: { app: 'x' },
                },
                net: { cidr: '192.0.2.0/24' },
                off: { enabled: false, podLabels: {} },
              },
            },
            open: { port: 9094, type: 'internal' },
          },
        }),
      ).kafka as { listeners: object[] };
      expect(listeners).toEqual([
        {
          name: 'named',
          port: 9093,
          type: 'internal',
          tls: true,
          networkPolicyPeers: [
            { namespaceSelector: { matchLabels: {} } },
            {
              namespaceSelector: { matchLabels: { team: 'web' } },
              podSelector: { matchLabels: { app: 'x' } },
            },
            { ipBlock: { cidr: '192.0.2.0/24' } },
          ],
        },
        { name: 'open', port: 9094, type: 'internal', tls: false },
      ]);
    });

    it('have the one listener that jobs need where none is named', async () => {
      const made = await charts.objects({
        global: {
          kafka: {
            authentication: 'scram-sha-512',
            credentials: { via: 'kafka-access' },
          },
        },
        kafka: { cluster: { create: true, superUsers: ['User:root'] } },
      });
      expect(kafkaOf(made).kafka).toMatchObject({
        listeners: [
          {
            name: 'tls',
            port: 9093,
            type: 'internal',
            tls: true,
            authentication: { type: 'scram-sha-512' },
          },
        ],
        authorization: { type: 'simple', superUsers: ['User:root'] },
      });
    });

    it('ask for rights where any listener asks for a user', async () => {
      const listener = { port: 9093, type: 'internal', tls: true };
      const withUser = { ...listener, authentication: 'tls' };
      expect(
        kafkaOf(await render({ listeners: { one: withUser } })).kafka,
      ).toMatchObject({ authorization: { type: 'simple' } });
      expect(
        kafkaOf(await render({ listeners: { one: listener } })).kafka,
      ).not.toHaveProperty('authorization');
    });

    it('pass on quotas, CAs, windows and versions', async () => {
      const quotas = { type: 'strimzi', producerByteRate: 1000 };
      const spec = kafkaOf(
        await render({
          version: '4.3.0',
          metadataVersion: '4.2',
          quotas,
          clusterCa: { validityDays: 100, renewalDays: 10 },
          clientsCa: { certificateExpirationPolicy: 'replace-key' },
          maintenanceWindows: ['* * 2-4 ? * SUN'],
        }),
      );
      expect(spec).toMatchObject({
        kafka: { version: '4.3.0', metadataVersion: '4.2', quotas },
        clusterCa: { validityDays: 100, renewalDays: 10 },
        clientsCa: { certificateExpirationPolicy: 'replace-key' },
        maintenanceTimeWindows: ['* * 2-4 ? * SUN'],
      });
    });

    it('have Kafka Exporter unless it is off', async () => {
      const some = { exporter: { topicRegex: 'a.*' } };
      expect(kafkaOf(await render(some)).kafkaExporter).toMatchObject({
        topicRegex: 'a.*',
        groupRegex: '.*',
      });
      expect(
        kafkaOf(await render({ exporter: { enabled: false } })),
      ).not.toHaveProperty('kafkaExporter');
    });

    it('have Cruise Control where it is on, for brokers that come and go', async () => {
      expect(kafkaOf(await render({}))).not.toHaveProperty('cruiseControl');
      const on = { enabled: true };
      expect(kafkaOf(await render({ cruiseControl: on }))).toMatchObject({
        cruiseControl: {
          autoRebalance: [{ mode: 'add-brokers' }, { mode: 'remove-brokers' }],
        },
      });
      const byHand = { enabled: true, autoRebalance: [] };
      expect(
        kafkaOf(await render({ cruiseControl: byHand })).cruiseControl,
      ).not.toHaveProperty('autoRebalance');
    });

    it('keep volumes, spread pods and stop gently', async () => {
      const pool = poolOf(
        await render({
          pools: {
            brokers: {
              replicas: 5,
              heap: '2g',
              storage: { size: '500Gi', volumes: 2, class: 'fast' },
              pod: { priorityClassName: 'high', labels: { team: 'x' } },
            },
          },
        }),
        'brokers',
      );
      const volume = {
        type: 'persistent-claim',
        size: '500Gi',
        class: 'fast',
        deleteClaim: false,
      };
      expect(pool).toMatchObject({
        replicas: 5,
        roles: ['broker'],
        jvmOptions: { '-Xms': '2g', '-Xmx': '2g' },
        storage: {
          type: 'jbod',
          volumes: [
            { id: 0, ...volume, kraftMetadata: 'shared' },
            { id: 1, ...volume },
          ],
        },
        template: {
          pod: {
            metadata: { labels: { team: 'x' } },
            priorityClassName: 'high',
            terminationGracePeriodSeconds: 120,
            securityContext: { runAsNonRoot: true },
            topologySpreadConstraints: [
              { topologyKey: 'topology.kubernetes.io/zone' },
              {
                topologyKey: 'kubernetes.io/hostname',
                labelSelector: {
                  matchLabels: { 'strimzi.io/pool-name': 'brokers' },
                },
              },
            ],
          },
        },
      });
    });

    it('are what `override` makes of them', async () => {
      const made = await render(
        {
          override: { spec: { cruiseControl: {} } },
          pools: { brokers: { override: { spec: { replicas: 9 } } } },
        },
        {
          topics: { clicks: { override: { spec: { partitions: 99 } } } },
          users: { a: { override: { spec: { template: { secret: {} } } } } },
        },
      );
      expect(kafkaOf(made)).toHaveProperty('cruiseControl');
      expect(poolOf(made, 'brokers').replicas).toBe(9);
      const find = (kind: string, name: string) =>
        made.find(
          object => object.kind === kind && object.metadata.name === name,
        )?.spec;
      expect(find('KafkaTopic', 'clicks')).toMatchObject({ partitions: 99 });
      expect(find('KafkaUser', 'clickstream-dev-a')).toHaveProperty('template');
    });

    it('carry the label by which Strimzi finds them', async () => {
      const made = await render({}, { users: { a: {} } });
      const kinds = ['KafkaNodePool', 'KafkaTopic', 'KafkaUser'];
      const labelled = made.filter(({ kind }) => kinds.includes(kind));
      expect(new Set(labelled.map(({ kind }) => kind))).toEqual(new Set(kinds));
      for (const { metadata } of labelled) {
        expect(metadata.labels).toMatchObject({
          'strimzi.io/cluster': 'analytics',
        });
      }
    });
  },
);

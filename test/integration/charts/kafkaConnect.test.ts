import { Rendered, Renderer } from './renderer';

const CONNECT = {
  sinks: {
    replicas: 2,
    plugins: {
      jdbc: { image: { repository: 'registry.example.com/jdbc', tag: '1' } },
      off: { enabled: false, image: { repository: 'x' } },
    },
    config: { 'exactly.once.source.support': 'enabled' },
    env: { DB_PASSWORD: { secret: 'db', key: 'password' } },
    connectors: {
      out: {
        class: 'io.example.Sink',
        tasksMax: 4,
        reads: ['clicks', 'sessions'],
        config: { 'connection.password': '${env:DB_PASSWORD}' },
        override: { spec: { version: '1.0' } },
      },
      in: { class: 'io.example.Source', writes: ['clicks'], state: 'stopped' },
      gone: { enabled: false, class: 'X', writes: ['alerts'] },
    },
  },
};

describe.each(['helm4', 'helm3'] as const)(
  'Kafka Connect under %s',
  version => {
    const charts = new Renderer(version);
    beforeAll(() => charts.start(), 900_000);
    afterAll(() => charts.stop());

    const render = (kafka: object, more: object = {}) =>
      charts.objects({
        global: { kafka, ...more },
        kafka: { connect: CONNECT },
      });
    const find = (made: Rendered[], kind: string, name: string) =>
      made.find(
        object => object.kind === kind && object.metadata.name === name,
      )!;
    const scram = {
      authentication: 'scram-sha-512',
      credentials: { via: 'kafka-access' },
    };

    it('runs workers that reach Kafka as a job does', async () => {
      const made = await render(scram);
      const connect = find(made, 'KafkaConnect', 'clickstream-sinks');
      expect(connect.metadata.annotations).toEqual({
        'strimzi.io/use-connector-resources': 'true',
      });
      expect(connect.spec).toMatchObject({
        replicas: 2,
        version: '4.3.1',
        bootstrapServers: 'analytics-kafka-bootstrap.kafka:9092',
        groupId: 'clickstream-dev-sinks',
        configStorageTopic: 'clickstream-dev-sinks-configs',
        offsetStorageTopic: 'clickstream-dev-sinks-offsets',
        statusStorageTopic: 'clickstream-dev-sinks-status',
        plugins: [
          {
            name: 'jdbc',
            artifacts: [
              { type: 'image', reference: 'registry.example.com/jdbc:1' },
            ],
          },
        ],
        tls: {
          trustedCertificates: [
            {
              secretName: 'clickstream-dev-sinks-kafka',
              certificate: 'ssl.truststore.crt',
            },
          ],
        },
        authentication: {
          type: 'scram-sha-512',
          username: 'clickstream-dev-sinks',
          passwordSecret: {
            secretName: 'clickstream-dev-sinks-kafka',
            password: 'password',
          },
        },
        config: {
          'config.storage.replication.factor': -1,
          'config.providers': 'env',
        },
      });
      expect(JSON.stringify(connect.spec.template)).toContain(
        '"env":[{"name":"DB_PASSWORD","valueFrom":{"secretKeyRef":{"key":"password","name":"db"}}}]',
      );
      expect(
        find(made, 'KafkaAccess', 'clickstream-dev-sinks-kafka'),
      ).toBeDefined();
    });

    it('has certificates under the names that they come by', async () => {
      const of = async (credentials: object) =>
        find(
          await render({ authentication: 'tls', credentials }),
          'KafkaConnect',
          'clickstream-sinks',
        ).spec.authentication;
      expect(await of({ via: 'kafka-access' })).toMatchObject({
        certificateAndKey: {
          certificate: 'ssl.keystore.crt',
          key: 'ssl.keystore.key',
        },
      });
      expect(
        await of({ via: 'external-secret', store: { name: 'vault' } }),
      ).toMatchObject({
        certificateAndKey: { certificate: 'user.crt', key: 'user.key' },
      });
    });

    it('runs connectors that belong to their Connect cluster, not to Kafka', async () => {
      const made = await render(scram);
      const sink = find(made, 'KafkaConnector', 'clickstream-sinks-out');
      expect(sink.metadata.labels).toMatchObject({
        'strimzi.io/cluster': 'clickstream-sinks',
      });
      expect(sink.spec).toEqual({
        class: 'io.example.Sink',
        tasksMax: 4,
        state: 'running',
        version: '1.0',
        autoRestart: { enabled: true },
        config: {
          topics: 'clicks,sessions',
          'consumer.override.group.id': 'clickstream-dev-sinks-out',
          'connection.password': '${env:DB_PASSWORD}',
        },
      });
      expect(
        find(made, 'KafkaConnector', 'clickstream-sinks-in').spec,
      ).toMatchObject({ tasksMax: 1, state: 'stopped', config: {} });
      expect(made.filter(({ kind }) => kind === 'KafkaConnector')).toHaveLength(
        2,
      );
    });

    it('gets the rights that it and its connectors need', async () => {
      const made = await render({ ...scram, topicPrefix: 'dev.' });
      const { authorization } = find(made, 'KafkaUser', 'clickstream-dev-sinks')
        .spec as {
        authorization: {
          acls: Array<{
            resource: { type: string; name: string; patternType: string };
            operations: string[];
          }>;
        };
      };
      expect(
        authorization.acls.map(
          ({ resource, operations }) =>
            `${resource.type} ${resource.patternType} ${resource.name}: ${operations}`,
        ),
      ).toEqual([
        'topic prefix dev.clickstream-dev-sinks-: Read,Write,Create,Describe,DescribeConfigs',
        'group prefix clickstream-dev-sinks: Read,Describe',
        'transactionalId prefix clickstream-dev-sinks: Write,Describe',
        'transactionalId literal connect-cluster-clickstream-dev-sinks: Write,Describe',
        'topic literal dev.clicks: Read,Describe',
        'topic literal dev.sessions: Read,Describe',
        'topic literal dev.clicks: Write,Describe',
      ]);
    });

    it('is watched where monitoring is on', async () => {
      const made = await render(scram, { monitoring: { enabled: true } });
      expect(
        find(made, 'PodMonitor', 'clickstream-sinks-connect').spec.selector,
      ).toEqual({
        matchLabels: {
          'strimzi.io/cluster': 'clickstream-sinks',
          'strimzi.io/kind': 'KafkaConnect',
        },
      });
      expect(
        find(made, 'KafkaConnect', 'clickstream-sinks').spec.metricsConfig,
      ).toEqual({ type: 'strimziMetricsReporter' });
    });
  },
);

describe('Kafka users', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('have what they read and write, their rules and their quotas', async () => {
    const made = await charts.objects({
      global: {
        kafka: {
          authentication: 'tls',
          credentials: { via: 'kafka-access' },
        },
      },
      kafka: {
        users: {
          loader: {
            authentication: 'scram-sha-512',
            reads: ['clicks'],
            writes: ['alerts'],
            groups: ['loader-'],
            quotas: { producerByteRate: 5 },
            acls: {
              audit: {
                resource: 'topic',
                name: 'audit-',
                patternType: 'prefix',
                operations: ['Read'],
                type: 'deny',
                host: '192.0.2.1',
              },
              cluster: {
                resource: 'cluster',
                operations: ['DescribeConfigs'],
              },
              off: {
                enabled: false,
                resource: 'cluster',
                operations: ['All'],
              },
            },
          },
          named: { name: 'somebody' },
        },
      },
    });
    const specs = Object.fromEntries(
      made
        .filter(({ kind }) => kind === 'KafkaUser')
        .map(({ metadata, spec }) => [metadata.name, spec]),
    );
    expect(specs['clickstream-dev-loader']).toEqual({
      authentication: { type: 'scram-sha-512' },
      authorization: {
        type: 'simple',
        acls: [
          {
            resource: { type: 'topic', name: 'clicks', patternType: 'literal' },
            operations: ['Read', 'Describe'],
          },
          {
            resource: { type: 'topic', name: 'alerts', patternType: 'literal' },
            operations: ['Write', 'Describe'],
          },
          {
            resource: { type: 'group', name: 'loader-', patternType: 'prefix' },
            operations: ['Read', 'Describe'],
          },
          {
            resource: { type: 'topic', name: 'audit-', patternType: 'prefix' },
            operations: ['Read'],
            type: 'deny',
            host: '192.0.2.1',
          },
          {
            resource: { type: 'cluster' },
            operations: ['DescribeConfigs'],
          },
        ],
      },
      quotas: { producerByteRate: 5 },
    });
    expect(specs.somebody).toEqual({ authentication: { type: 'tls' } });
  });
});

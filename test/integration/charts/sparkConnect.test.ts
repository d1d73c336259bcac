import { Renderer } from './renderer';
import { find, SparkPod } from './sparkJob';

const SERVER = {
  image: { repository: 'registry.example.com/spark', tag: '4.0.4' },
};

interface Role {
  template: SparkPod;
}

describe('a Spark Connect server', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const render = (connect: object, global: object = {}) =>
    charts.objects({
      global,
      spark: { enabled: true, connect: { notebooks: connect } },
    });
  const specOf = async (connect: object) => {
    const made = await render(connect);
    return find(made, 'SparkConnect', 'clickstream-notebooks').spec as {
      server: Role;
      executor: Role & { instances?: number };
      sparkConf: Record<string, string>;
      dynamicAllocation?: object;
    };
  };

  it('is sized and probed, which its operator does not do by itself', async () => {
    const { server } = await specOf({
      ...SERVER,
      server: { cores: 2, memory: '4g' },
    });
    expect(server.template.spec.containers).toMatchObject([
      {
        name: 'spark-kubernetes-driver',
        resources: {
          requests: { cpu: '2', memory: '4505Mi' },
          limits: { memory: '4505Mi' },
        },
        readinessProbe: { tcpSocket: { port: 15002 } },
      },
    ]);
  });

  it('has room beside a small heap, or as much as one says', async () => {
    const memoryOf = async (server: object) =>
      (await specOf({ ...SERVER, server })).server.template.spec.containers[0]
        .resources;
    expect(await memoryOf({ memory: '512m' })).toMatchObject({
      requests: { memory: '896Mi' },
    });
    expect(
      await memoryOf({ memory: '1g', memoryOverhead: '1g' }),
    ).toMatchObject({ requests: { memory: '2048Mi' } });
  });

  it('gets sizes that its resource has no fields for as properties', async () => {
    const { sparkConf, executor } = await specOf({
      ...SERVER,
      server: { javaOptions: '-Xss4m -Dx=y' },
      executor: { memoryOverhead: '1g', coreRequest: '500m', instances: 3 },
    });
    expect(sparkConf).toMatchObject({
      'spark.executor.memoryOverhead': '1g',
      'spark.kubernetes.executor.request.cores': '500m',
      'spark.driver.extraJavaOptions': "'-Xss4m -Dx=y'",
    });
    expect(executor.instances).toBe(3);
  });

  it.each<[string, string, object]>([
    ['external-secret', 'ExternalSecret', { store: { name: 'vault' } }],
    ['kafka-access', 'KafkaAccess', {}],
  ])('has its Kafka credentials by %s', async (via, kind, more) => {
    const change = {
      metadata: { annotations: { 'example.com/checked': 'true' } },
    };
    const made = await render(
      {
        ...SERVER,
        reads: ['clicks'],
        kafkaAccess: { override: change },
        externalSecret: { override: change },
      },
      {
        kafka: {
          authentication: 'scram-sha-512',
          credentials: { via, ...more },
        },
      },
    );
    const [secret] = made.filter(
      object =>
        object.kind === kind && object.metadata.name.includes('notebooks'),
    );
    expect(secret.metadata.annotations).toMatchObject(
      change.metadata.annotations,
    );
  });

  it('quotes what the shell of the operator would read as its own', async () => {
    const { sparkConf } = await specOf({
      ...SERVER,
      sparkConf: { 'spark.a': "it's $HOME", 'spark.b': 'plain/value,2' },
    });
    expect(sparkConf['spark.a']).toBe(`'it'\\''s $HOME'`);
    expect(sparkConf['spark.b']).toBe('plain/value,2');
  });

  it('opens its port to the pipeline and to named clients only', async () => {
    const made = await render({
      ...SERVER,
      clients: { jupyter: { namespace: 'jupyter', podLabels: { app: 'j' } } },
    });
    const { spec } = find(made, 'NetworkPolicy', 'clickstream-notebooks');
    expect(spec.ingress).toContainEqual({
      from: [
        {
          podSelector: {
            matchLabels: { 'headworks.dev/pipeline': 'clickstream' },
          },
        },
        {
          podSelector: { matchLabels: { app: 'j' } },
          namespaceSelector: {
            matchLabels: { 'kubernetes.io/metadata.name': 'jupyter' },
          },
        },
      ],
      ports: [{ port: 15002 }],
    });
  });

  it('has the identity and the monitor of a job', async () => {
    const made = await render(
      { ...SERVER, reads: ['clicks'] },
      {
        kafka: { authentication: 'scram-sha-512', namespace: 'pipelines' },
        monitoring: { enabled: true },
      },
    );
    const kinds = made
      .filter(({ metadata }) => /notebooks$/.test(metadata.name))
      .map(({ kind }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'KafkaUser',
        'NetworkPolicy',
        'PodMonitor',
        'Role',
        'RoleBinding',
        'ServiceAccount',
        'SparkConnect',
      ]),
    );
    expect(
      find(made, 'PodMonitor', 'clickstream-notebooks').spec,
    ).toMatchObject({
      selector: { matchLabels: { 'spark-role': 'connect-server' } },
      podMetricsEndpoints: [
        { portNumber: 4040, path: '/metrics/executors/prometheus/' },
        { portNumber: 4040, path: '/metrics/prometheus/' },
      ],
    });
  });
});

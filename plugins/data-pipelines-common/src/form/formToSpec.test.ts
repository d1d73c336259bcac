import { formToSpec } from './formToSpec';
import { PipelineForm } from './pipelineForm';

const form: PipelineForm = {
  name: 'orders',
  owner: 'group:default/data-team',
  topics: [
    { name: 'purchases', partitions: 3 },
    { name: 'shared', external: true },
  ],
  flinkJobs: [
    {
      name: 'sum',
      image: 'registry.example:5000/flink:2.1',
      jar: 'local:///opt/sum.jar',
      reads: ['purchases'],
    },
  ],
  environment: 'dev',
  cluster: 'east',
  namespace: 'data',
  kafka: {
    cluster: 'analytics',
    namespace: 'kafka',
    bootstrapServers: 'analytics:9092',
  },
  storageUri: 's3://state/orders',
};

const imageOf = (image: string) => {
  const spec = formToSpec({
    ...form,
    flinkJobs: [{ ...form.flinkJobs![0], image }],
  });
  const { flink } = spec.values as unknown as {
    flink: { jobs: { sum: { image: object } } };
  };
  return flink.jobs.sum.image;
};

describe('formToSpec', () => {
  it('puts each answer where the chart reads it', () => {
    expect(formToSpec(form)).toMatchObject({
      pipeline: { name: 'orders', owner: 'group:default/data-team' },
      environments: { dev: { cluster: 'east', namespace: 'data' } },
      values: {
        global: { kafka: { cluster: 'analytics', namespace: 'kafka' } },
        kafka: {
          topics: { purchases: { partitions: 3 }, shared: { external: true } },
        },
        flink: {
          jobs: { sum: { reads: ['purchases'], upgrade: 'savepoint' } },
        },
      },
    });
  });

  it.each([
    ['flink:2.1', { repository: 'flink', tag: '2.1' }],
    ['flink', { repository: 'flink', tag: 'latest' }],
    [
      'registry.example:5000/team/flink',
      { repository: 'registry.example:5000/team/flink', tag: 'latest' },
    ],
    [
      'registry.example:5000/flink:2.1',
      { repository: 'registry.example:5000/flink', tag: '2.1' },
    ],
    ['flink@sha256:abc', { repository: 'flink', digest: 'sha256:abc' }],
  ])('reads the image %s', (image, parts) => {
    expect(imageOf(image)).toEqual(parts);
  });

  it('keeps a topic named __proto__ a topic', () => {
    const { kafka } = formToSpec({ ...form, topics: [{ name: '__proto__' }] })
      .values as unknown as { kafka: { topics: object } };
    expect(Object.keys(kafka.topics)).toEqual(['__proto__']);
  });

  it('gives a job what its size and its state mean', () => {
    const { flink } = formToSpec({
      ...form,
      flinkJobs: [{ ...form.flinkJobs![0], size: 'M', state: 'large' }],
    }).values;
    expect(flink).toMatchObject({
      jobs: {
        sum: {
          parallelism: 4,
          taskManager: { cpu: 2, memory: '4g', slots: 2 },
          state: { backend: 'rocksdb', local: { size: '50Gi' } },
        },
      },
    });
  });

  it('keeps a parallelism that somebody chose beside a size', () => {
    const { flink } = formToSpec({
      ...form,
      flinkJobs: [{ ...form.flinkJobs![0], size: 'M', parallelism: 3 }],
    }).values;
    expect(flink).toMatchObject({ jobs: { sum: { parallelism: 3 } } });
  });

  it('describes Spark jobs', () => {
    const { flink, spark } = formToSpec({
      ...form,
      flinkJobs: [],
      sparkJobs: [
        {
          name: 'report',
          image: 'apache/spark:4.0.4',
          main: 'local:///opt/app/report.py',
          reads: ['purchases'],
          schedule: '0 3 * * *',
          timeZone: 'Europe/Berlin',
          size: 'S',
        },
      ],
    }).values;
    expect(flink).toBeUndefined();
    expect(spark).toEqual({
      jobs: {
        report: {
          image: { repository: 'apache/spark', tag: '4.0.4' },
          main: 'local:///opt/app/report.py',
          reads: ['purchases'],
          writes: [],
          schedule: '0 3 * * *',
          timeZone: 'Europe/Berlin',
          driver: { cores: 1, memory: '1g' },
          executor: { cores: 1, memory: '2g', instances: 1 },
        },
      },
    });
  });

  it.each([
    ['kafka', { via: 'same-namespace' }],
    ['data', { via: 'kafka-access' }],
  ])(
    'brings the secret of a Kafka user to namespace %s',
    (namespace, credentials) => {
      const { global } = formToSpec({
        ...form,
        namespace,
        kafka: { ...form.kafka, authentication: 'scram-sha-512' },
      }).values;
      expect(global).toMatchObject({
        kafka: { authentication: 'scram-sha-512', credentials },
      });
    },
  );

  it('asks for no credentials where Kafka wants none', () => {
    const { global } = formToSpec({
      ...form,
      kafka: {
        ...form.kafka,
        credentials: { via: 'existing-secret', secret: 'mine' },
      },
    }).values;
    expect(global).toEqual({
      kafka: {
        mode: 'strimzi',
        cluster: 'analytics',
        namespace: 'kafka',
        bootstrapServers: 'analytics:9092',
        authentication: 'none',
      },
      storage: { uri: 's3://state/orders' },
    });
  });

  it('describes a Kafka cluster of its own', () => {
    const { kafka } = formToSpec({
      ...form,
      kafka: {
        ...form.kafka,
        replicas: 1,
        create: { brokers: 1, controllers: 0, storageSize: '20Gi' },
      },
    }).values;
    expect(kafka).toEqual({
      cluster: {
        create: true,
        pools: {
          controllers: { enabled: false },
          brokers: {
            roles: ['controller', 'broker'],
            replicas: 1,
            storage: { size: '20Gi' },
          },
        },
      },
      topics: {
        purchases: { partitions: 3, replicas: 1 },
        shared: { external: true },
      },
    });
  });

  it('keeps profile, reasons, GitOps and CI where the generator reads them', () => {
    const accepted = {
      'flink-replicas': { 'FlinkDeployment/orders-sum': 'one is enough' },
    };
    const gitops = {
      tool: 'argocd' as const,
      repoUrl: 'https://example.com/a',
    };
    const spec = formToSpec({
      ...form,
      profile: 'prod',
      accepted,
      gitops,
      ci: ['github'],
    });
    expect(spec).toMatchObject({
      environments: { dev: { values: { global: { profile: 'prod' } } } },
      values: { global: { lint: { accepted } } },
      gitops,
      ci: ['github'],
    });
  });
});

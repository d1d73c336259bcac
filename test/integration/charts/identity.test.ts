import { Renderer } from './renderer';

const SPARK_JOB = {
  image: { repository: 'apache/spark', tag: '4.0.4' },
  main: 'local:///opt/app/report.py',
};

describe.each(['helm4', 'helm3'] as const)('jobs under %s', version => {
  const charts = new Renderer(version);
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('get the least that they need of Kafka, mounted where it is used', async () => {
    const made = await charts.objects({
      global: {
        kafka: { authentication: 'scram-sha-512', namespace: 'pipelines' },
      },
      spark: {
        enabled: true,
        jobs: {
          report: {
            ...SPARK_JOB,
            reads: ['clicks'],
            writes: ['alerts'],
            dynamicAllocation: { max: 4 },
          },
        },
      },
    });
    const find = (kind: string, name: string) =>
      made.find(
        object => object.kind === kind && object.metadata.name === name,
      )!;
    const aclsOf = (user: string) =>
      (
        find('KafkaUser', user).spec.authorization as {
          acls: Array<{
            resource: { type: string; name: string };
            operations: string[];
          }>;
        }
      ).acls.map(
        ({ resource, operations }) =>
          `${resource.type} ${resource.name}: ${operations}`,
      );
    expect(aclsOf('clickstream-dev-report')).toEqual([
      'topic clicks: Read,Describe',
      'topic alerts: Write,Describe',
      'group clickstream-dev-report: Read,Describe',
    ]);
    expect(aclsOf('clickstream-dev-alerting')).toEqual([
      'topic sessions: Read,Describe',
      'topic alerts: Write,Describe',
      'group clickstream-dev-alerting: Read,Describe',
      'transactionalId clickstream-dev-alerting: Write,Describe',
    ]);
    const { spec } = find('SparkApplication', 'clickstream-report');
    const mounts = [
      { name: 'kafka-user', mountPath: '/etc/kafka/user', readOnly: true },
      { name: 'kafka-ca', mountPath: '/etc/kafka/ca', readOnly: true },
    ];
    const template = {
      spec: {
        volumes: [
          {
            name: 'kafka-user',
            secret: { secretName: 'clickstream-dev-report' },
          },
          {
            name: 'kafka-ca',
            secret: {
              secretName: 'analytics-cluster-ca-cert',
              items: [{ key: 'ca.crt', path: 'ca.crt' }],
            },
          },
        ],
        containers: [{ volumeMounts: mounts }],
      },
    };
    expect(spec).toMatchObject({
      driver: { template },
      executor: { template },
      dynamicAllocation: { enabled: true, minExecutors: 0, maxExecutors: 4 },
    });
    expect(spec.executor).not.toHaveProperty('instances');
  });

  it('are closed to everybody else', async () => {
    const policies = (
      await charts.objects({
        spark: { enabled: true, jobs: { report: SPARK_JOB } },
      })
    ).filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.map(({ metadata }) => metadata.name).sort()).toEqual([
      'clickstream-alerting',
      'clickstream-report',
      'clickstream-sessionize',
    ]);
    for (const { spec } of policies) {
      expect(spec.policyTypes).toEqual(['Ingress']);
      expect(spec.podSelector).not.toEqual({});
    }
  });

  it.each<[string, object, string]>([
    [
      'what the Spark operator would',
      {
        spark: {
          jobs: {
            report: { ...SPARK_JOB, sparkConf: { 'spark.master': 'local' } },
          },
        },
      },
      "spark.jobs.report.sparkConf.spark.master: the Spark operator refuses it; use the job's own fields (image, driver, executor) instead",
    ],
    [
      'fewer executors at most than at least',
      {
        spark: {
          jobs: {
            report: { ...SPARK_JOB, dynamicAllocation: { min: 5, max: 2 } },
          },
        },
      },
      'spark.jobs.report.dynamicAllocation.min: 5 is more than max (2); lower it',
    ],
  ])('are refused with %s', async (_, extra, sentence) => {
    expect(await charts.refusal(extra)).toContain(sentence);
  });
});

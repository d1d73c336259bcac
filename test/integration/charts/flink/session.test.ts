import { Rendered } from '../renderer';
import { FlinkCharts, specOf } from './flinkCharts';

const IMAGE = { repository: 'flink', tag: '2.2' };

describe('a Flink session', () => {
  const charts = new FlinkCharts();
  let objects: Rendered[];

  beforeAll(async () => {
    await charts.start();
    const all = await charts.objects({
      global: {
        kafka: { authentication: 'scram-sha-512', namespace: 'pipelines' },
        networkPolicy: { apiServerCidrs: ['10.0.0.1/32'] },
      },
      flink: {
        sessions: {
          shared: {
            image: IMAGE,
            flinkVersion: 'v2_2',
            taskManager: { slots: 4 },
            jobManager: { replicas: 2 },
            submitters: { ci: { namespace: 'ci', pods: { app: 'runner' } } },
          },
        },
        jobs: {
          small: {
            session: 'shared',
            jar: 'https://repo.example.com/small.jar',
            reads: ['clicks'],
            writes: ['alerts'],
            parallelism: 3,
            upgrade: 'last-state',
          },
        },
      },
    });
    objects = all.filter(({ metadata }) =>
      /-(shared|small)/.test(metadata.name),
    );
  }, 900_000);
  afterAll(() => charts.stop());

  it('is a cluster without a job', () => {
    const spec = specOf(objects, 'FlinkDeployment');
    expect(spec).not.toHaveProperty('job');
    expect(spec).toMatchObject({
      mode: 'native',
      image: 'flink:2.2',
      serviceAccount: 'clickstream-shared',
      jobManager: { replicas: 2 },
      flinkConfiguration: {
        'taskmanager.numberOfTaskSlots': '4',
        'high-availability.type': 'kubernetes',
        'high-availability.storageDir':
          's3://playground/clickstream/dev/shared/ha',
      },
    });
  });

  it('gets jobs that keep their state in folders of their own', () => {
    const spec = specOf(objects, 'FlinkSessionJob');
    expect(spec).toMatchObject({
      deploymentName: 'clickstream-shared',
      job: {
        jarURI: 'https://repo.example.com/small.jar',
        parallelism: 3,
        upgradeMode: 'last-state',
      },
      flinkConfiguration: {
        'execution.checkpointing.dir':
          's3://playground/clickstream/dev/small/checkpoints',
        'execution.checkpointing.savepoint-dir':
          's3://playground/clickstream/dev/small/savepoints',
      },
    });
    expect(
      Object.keys(spec.flinkConfiguration).filter(key =>
        /^(taskmanager|high-availability|metrics|s3)\b/.test(key),
      ),
    ).toEqual([]);
  });

  it('has the rights, the user and the closed doors that its jobs would have', () => {
    expect(
      objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort(),
    ).toEqual([
      'FlinkDeployment clickstream-shared',
      'FlinkSessionJob clickstream-small',
      'KafkaUser clickstream-dev-shared',
      'NetworkPolicy clickstream-shared',
      'Pod clickstream-shared-test',
      'PodDisruptionBudget clickstream-shared-jobmanager',
      'Role clickstream-shared',
      'RoleBinding clickstream-shared',
      'Service clickstream-shared-submit',
      'ServiceAccount clickstream-shared',
    ]);
    const acls = JSON.stringify(specOf(objects, 'KafkaUser'));
    expect(acls).toMatch(/"name":"clicks".*"Read"/);
    expect(acls).toMatch(/"name":"alerts".*"Write"/);
  });

  it('has a Service for submissions, and says who may use it', () => {
    expect(specOf(objects, 'Service')).toEqual({
      selector: { app: 'clickstream-shared', component: 'jobmanager' },
      ports: [{ name: 'rest', port: 8081, targetPort: 8081 }],
    });
    expect(specOf(objects, 'NetworkPolicy').ingress).toEqual([
      {
        from: [{ podSelector: { matchLabels: { app: 'clickstream-shared' } } }],
      },
      {
        from: [
          {
            namespaceSelector: {},
            podSelector: {
              matchLabels: {
                'app.kubernetes.io/name': 'flink-kubernetes-operator',
              },
            },
          },
        ],
        ports: [{ port: 8081 }],
      },
      {
        from: [
          {
            podSelector: { matchLabels: { app: 'runner' } },
            namespaceSelector: {
              matchLabels: { 'kubernetes.io/metadata.name': 'ci' },
            },
          },
        ],
        ports: [{ port: 8081 }],
      },
      { from: [{ ipBlock: { cidr: '10.0.0.1/32' } }], ports: [{ port: 8081 }] },
    ]);
  });
});

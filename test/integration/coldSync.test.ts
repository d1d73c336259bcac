import v8 from 'node:v8';
import vm from 'node:vm';
import { ClusterClient } from '../cluster/client';
import { Cluster } from '../cluster/cluster';
import {
  startWatchedCluster,
  until,
  WatchedCluster,
} from './faults/watchedCluster';

const TOPICS = 4_000;
const JOBS = 3_000;
const APPLICATIONS = 3_000;
const ALL = TOPICS + JOBS + APPLICATIONS;
const AT_ONCE = 24;

/** Issue: cold sync of 10,000 CRs under 20 s, the heap grows by less than 150 MB. */
describe('a cold start with 10,000 objects', () => {
  let world: WatchedCluster;

  beforeAll(async () => {
    world = await startWatchedCluster({
      crds: /^(KafkaTopic|FlinkDeployment|sparkoperator)/,
      record: false,
      prepare: async cluster => {
        await fill(cluster);
        return cluster.readToken;
      },
      waits: true,
    });
  }, 600_000);

  afterAll(() => world?.stop());

  it('knows all of them in under 20 s, with less than 150 MB', async () => {
    const counts = () =>
      world.collector
        .status()
        .clusters[0]?.resources.reduce((sum, { objects }) => sum + objects, 0);
    let calls = 0;
    world.collector.subscribe(() => {
      calls++;
    });
    const before = heap();
    const began = Date.now();
    world.start();
    await until(
      () => [counts(), world.view()?.status],
      ([known, status]) => Number(known) >= ALL && status === 'live',
      120_000,
    );
    const seconds = (Date.now() - began) / 1000;
    const megabytes = heap() - before;
    process.stdout.write(
      `${JSON.stringify({
        name: 'collector.coldSync',
        objects: counts(),
        seconds,
        megabytes: Math.round(megabytes),
        notifications: calls,
      })}\n`,
    );
    expect(seconds).toBeLessThan(20);
    expect(megabytes).toBeLessThan(150);
    // One call a tick, not one an object.
    expect(calls).toBeLessThan(ALL / 10);
  });
});

/** Megabytes that are in use after a collection. */
function heap(): number {
  v8.setFlagsFromString('--expose_gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Objects of the size that operators' users have. */
async function fill({ client }: Cluster): Promise<void> {
  const jobs: Array<[path: string, object: object]> = [];
  const add = (
    path: string,
    kind: string,
    count: number,
    spec: (i: number) => object,
  ) => {
    const [apiVersion, plural] = [
      path.slice(0, path.lastIndexOf('/')),
      path.slice(path.lastIndexOf('/') + 1),
    ];
    for (let i = 0; i < count; i++) {
      jobs.push([
        `/apis/${apiVersion}/namespaces/data/${plural}`,
        {
          apiVersion,
          kind,
          metadata: {
            name: `p${i % 1_000}-${plural}-${i}`,
            labels: {
              'app.kubernetes.io/managed-by': 'Helm',
              'app.kubernetes.io/instance': `p${i % 1_000}`,
              'headworks.dev/pipeline': `p${i % 1_000}`,
              'headworks.dev/environment': 'dev',
              'headworks.dev/job': `job-${i}`,
            },
            annotations: {
              'meta.helm.sh/release-name': `p${i % 1_000}`,
              'meta.helm.sh/release-namespace': 'data',
            },
          },
          spec: spec(i),
        },
      ]);
    }
  };
  add('kafka.strimzi.io/v1/kafkatopics', 'KafkaTopic', TOPICS, i => ({
    topicName: `topic-${i}`,
    partitions: 12,
    replicas: 3,
    config: { 'retention.ms': 604_800_000, 'min.insync.replicas': 2 },
  }));
  add(
    'flink.apache.org/v1beta1/flinkdeployments',
    'FlinkDeployment',
    JOBS,
    i => ({
      image: `registry.example.com/team/job-${i}:1.4.2`,
      flinkVersion: 'v2_1',
      serviceAccount: `job-${i}`,
      flinkConfiguration: Object.fromEntries(
        Array.from({ length: 25 }, (_, k) => [`some.setting-${k}`, `${k} min`]),
      ),
      jobManager: { replicas: 1, resource: { cpu: 1, memory: '2g' } },
      taskManager: { resource: { cpu: 2, memory: '4g' } },
      job: {
        jarURI: 'local:///opt/flink/usrlib/job.jar',
        parallelism: 4,
        upgradeMode: 'savepoint',
      },
      podTemplate: {
        spec: {
          containers: [
            {
              name: 'flink-main-container',
              env: Array.from({ length: 10 }, (_, k) => ({
                name: `VARIABLE_${k}`,
                value: 'v'.repeat(40),
              })),
            },
          ],
        },
      },
    }),
  );
  add(
    'sparkoperator.k8s.io/v1beta2/sparkapplications',
    'SparkApplication',
    APPLICATIONS,
    i => ({
      type: 'Python',
      mode: 'cluster',
      image: `registry.example.com/team/report-${i}:1.0.0`,
      mainApplicationFile: 'local:///opt/app/report.py',
      sparkVersion: '4.0.4',
      restartPolicy: { type: 'Never' },
      sparkConf: Object.fromEntries(
        Array.from({ length: 20 }, (_, k) => [`spark.setting.${k}`, `${k}`]),
      ),
      driver: { cores: 1, memory: '2g', serviceAccount: `report-${i}` },
      executor: { cores: 2, memory: '4g', instances: 3 },
    }),
  );
  await createAll(client, jobs);
}

async function createAll(
  client: ClusterClient,
  jobs: Array<[path: string, object: object]>,
) {
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let job = jobs.pop(); job; job = jobs.pop()) {
        await client.create(...job);
      }
    }),
  );
}

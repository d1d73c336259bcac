import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { countingImage } from './countingImage';
import { Lab } from './lab';
import { LabPipeline } from './pipeline';
import { sharedVolume } from './sharedVolume';

const NAMESPACE = 'streaming';
const JOB = 'clickstream-counting';

interface Overview {
  jobs: Array<{ name: string; tasks: { running: number; total: number } }>;
}

/** On a real node, under Pod Security "restricted", with Flink's own scripts. */
describe('a Flink job without the operator on a node', () => {
  const lab = new Lab();
  const pipeline = new LabPipeline(lab, NAMESPACE);
  const shared = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-state-'));
  let savepoint: string;

  beforeAll(async () => {
    await countingImage(lab, '1');
    await lab.up('jre', 'flink');
    await lab.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: NAMESPACE,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
    fs.chmodSync(shared, 0o777);
    for (const object of sharedVolume(shared, NAMESPACE))
      await lab.apply(object);
    await pipeline.install(specification('one', { upgrade: 'stateless' }));
  }, 1_800_000);

  afterAll(async () => {
    await lab.down();
    pipeline.remove();
    fs.rmSync(shared, { recursive: true, force: true });
  });

  it('has ready pods in which it runs', async () => {
    await rolledOut();
    expect((await running()).name).toBe('graph-one');
  });

  it('ends with a savepoint by the command that the notes give, and stays ended', async () => {
    const said = await inJobManager('flink stop --type native $FLINK_JOB_ID');
    savepoint = /Savepoint completed\. Path: (\S+)/.exec(said)![1];
    expect(fs.existsSync(savepoint.replace('file:/state', shared))).toBe(true);
    const ended = counts().length;

    await lab.kubectl(
      ...['--namespace', NAMESPACE, 'delete', 'pod', `${JOB}-jobmanager-0`],
    );
    await rolledOut();
    await new Promise(resolve => setTimeout(resolve, 5_000));
    expect(counts()).toHaveLength(ended);
  });

  it('runs the new graph with the old state after an upgrade with startFrom', async () => {
    const before = counts();
    await pipeline.install(
      specification('two', { startFrom: { path: savepoint } }),
    );
    await rolledOut();
    expect((await running()).name).toBe('graph-two');
    const [graph, count] = before.at(-1)!.split(' ');
    expect(graph).toBe('one');
    expect(counts()[before.length]).toBe(`two ${Number(count) + 1}`);
  });

  async function rolledOut() {
    for (const role of ['jobmanager', 'taskmanager']) {
      await lab.kubectl(
        ...['--namespace', NAMESPACE, 'rollout', 'status', '--timeout=300s'],
        `statefulset/${JOB}-${role}`,
      );
    }
  }

  async function running() {
    const answer = await lab.until(
      'a job that runs and counts',
      180,
      () =>
        lab.kubectl(
          ...['get', '--raw'],
          `/api/v1/namespaces/${NAMESPACE}/services/${JOB}-rest:8081/proxy/jobs/overview`,
        ),
      text => text.startsWith('{') && allRun(JSON.parse(text)),
    );
    const { jobs } = JSON.parse(answer) as Overview;
    const seen = counts().length;
    await lab.until(
      'a count',
      60,
      async () => `${counts().length}`,
      text => Number(text) > seen,
    );
    return jobs[0];
  }

  function inJobManager(command: string) {
    return lab.kubectl(
      ...['--namespace', NAMESPACE, 'exec', `${JOB}-jobmanager-0`],
      ...['--', 'sh', '-c', command],
    );
  }

  /** What the job reported so far, in every run: graph and count. */
  function counts(): string[] {
    const file = path.join(shared, 'counts');
    if (!fs.existsSync(file)) return [];
    return fs.readFileSync(file, 'utf8').trim().split('\n');
  }
});

function allRun({ jobs: [job] }: Overview): boolean {
  return job?.tasks.total > 0 && job.tasks.running === job.tasks.total;
}

function specification(graph: string, start: object) {
  return {
    pipeline: { name: 'clickstream', owner: 'group:default/data-team' },
    environments: { dev: { cluster: 'lab', namespace: NAMESPACE } },
    values: {
      global: {
        kafka: {
          mode: 'external',
          bootstrapServers: 'kafka:9092',
          authentication: 'none',
        },
        storage: { uri: 'file:///state' },
      },
      flink: {
        mode: 'standalone',
        jobs: {
          counting: {
            image: { repository: 'lab/counting', tag: '1' },
            jar: 'local:///opt/flink/usrlib/counting.jar',
            args: [graph, '/state/counts'],
            checkpoints: { interval: '5s', minPause: '1s' },
            jobManager: { cpu: 0.2, memory: '1g' },
            taskManager: { cpu: 0.2, memory: '1280m', slots: 1 },
            readOnlyRootFilesystem: true,
            volumes: { state: { claim: 'state', mountPath: '/state' } },
            ...start,
          },
        },
      },
    },
  };
}

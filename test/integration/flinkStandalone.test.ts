import fs from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from '../cluster/client';
import { countingJob } from '../engines/flink';
import { Renderer } from './charts/renderer';
import { StandaloneFlink } from './standaloneFlink';

interface Checkpoints {
  counts: { completed: number };
  latest: { restored: { external_path: string } | null };
}

jest.setTimeout(300_000);

describe('a Flink job without the operator', () => {
  const charts = new Renderer('helm4');
  const flink = new StandaloneFlink('clickstream-counting');
  const counts = path.join(flink.home, 'counts');
  let savepoint: string;

  beforeAll(async () => {
    await charts.start();
    await flink.open(await render('one'));
  }, 900_000);

  afterEach(() => flink.stop());

  afterAll(async () => {
    await flink.close();
    charts.stop();
  });

  it('goes on from its last checkpoint after a crash', async () => {
    const rendered = await render('one');
    await flink.start(rendered);
    await checkpointed();
    const job = identity(rendered);
    const id = job.slice(0, 8);
    expect(await flink.availability()).toEqual(
      [
        `clickstream-counting-${id}-${job}-config-map`,
        `clickstream-counting-${id}-cluster-config-map`,
      ].sort(),
    );
    await flink.crash();
    const before = lines().at(-1)!.count;

    const next = await startAndRead(await render('one'));
    expect(await restoredFrom()).toMatch(/\/chk-\d+$/);
    expect(next.graph).toBe('one');
    expect(next.count).toBeGreaterThan(1);
    expect(next.count).toBeLessThanOrEqual(before + 1);
  });

  it('would run the old graph again with the old cluster id', async () => {
    const old = await render('one');
    const changed = await render('two');
    expect(identity(changed)).not.toBe(identity(old));
    const { graph } = await startAndRead(
      withIdentity(changed, identity(changed), identity(old)),
    );
    expect(graph).toBe('one');
  });

  it('stays ended after a stop with a savepoint, though its JobManager starts again', async () => {
    await flink.start(await render('one'));
    savepoint = await flink.rest.stop(await flink.rest.running());
    await flink.rest.until(
      'the end of the job',
      rest => rest.jobs(),
      ([{ state }]) => state === 'FINISHED',
    );
    await flink.stop();
    const ended = lines().length;

    await flink.start(await render('one'));
    await flink.rest.until(
      'a TaskManager',
      rest => rest.get<{ taskmanagers: number }>('/overview'),
      ({ taskmanagers }) => taskmanagers === 1,
    );
    await new Promise(resolve => setTimeout(resolve, 3_000));
    expect(lines()).toHaveLength(ended);
  });

  it('runs the new graph with the old state once startFrom names the savepoint', async () => {
    const before = lines().at(-1)!;
    const next = await startAndRead(
      await render('two', { startFrom: { path: savepoint } }),
    );
    expect(before.graph).toBe('one');
    expect(next).toEqual({ graph: 'two', count: before.count + 1 });
    expect(await restoredFrom()).toBe(savepoint);
    expect(await flink.rest.vertices(await flink.rest.running())).toContain(
      'second step -> report -> Sink: Writer',
    );
  });

  it('runs on as many TaskManagers as there are in reactive mode', async () => {
    const adaptive = 'jobmanager.adaptive-scheduler.executing';
    const objects = await render('two', {
      reactive: { max: 2 },
      flinkConfiguration: {
        [`${adaptive}.cooldown-after-rescaling`]: '1 s',
        [`${adaptive}.resource-stabilization-timeout`]: '1 s',
      },
    });
    const parallelism = async () => {
      const [{ jid }] = await flink.rest.jobs();
      const { vertices } = await flink.rest.get<{
        vertices: Array<{ name: string; parallelism: number }>;
      }>(`/jobs/${jid}`);
      return vertices.find(({ name }) => name === 'count')?.parallelism;
    };
    await startAndRead(objects);
    expect(await parallelism()).toBe(1);
    await flink.scaleUp(objects);
    await flink.rest.until(
      'two of a step',
      parallelism,
      found => found === 2,
      180,
    );
  });

  it('ends its JobManager when its main method fails, for Kubernetes to try again', async () => {
    const [jobManager] = await flink.start(await render('one', { args: [] }));
    expect(await jobManager.ended).toBeGreaterThan(0);
    expect(jobManager.output()).toContain('ArrayIndexOutOfBoundsException');
  });

  /** The objects of a pipeline with this job alone. */
  async function render(graph: 'one' | 'two', more: object = {}) {
    const job = {
      image: { repository: 'registry.example.com/counting', tag: '1.0.0' },
      jar: `local://${await countingJob()}`,
      args: [graph, counts],
      upgrade: 'stateless',
      checkpoints: { interval: '1s', minPause: '1s' },
      taskManager: { slots: 1 },
      flinkConfiguration: {
        // Who was killed leads for 15 s more otherwise.
        'high-availability.kubernetes.leader-election.lease-duration': '3 s',
        'high-availability.kubernetes.leader-election.renew-deadline': '2 s',
        'high-availability.kubernetes.leader-election.retry-period': '1 s',
      },
      volumes: { state: { claim: 'state', mountPath: flink.home } },
      ...more,
    };
    const [sessionize, alerting] = [{ enabled: false }, { enabled: false }];
    return charts.objects({
      global: { storage: { uri: `file://${flink.home}/state` } },
      flink: {
        mode: 'standalone',
        jobs: { counting: job, sessionize, alerting },
      },
    });
  }

  /** What the job reported so far, in every run. */
  function lines() {
    if (!fs.existsSync(counts)) return [];
    return fs
      .readFileSync(counts, 'utf8')
      .trim()
      .split('\n')
      .map(line => {
        const [graph, count] = line.split(' ');
        return { graph, count: Number(count) };
      });
  }

  /** Starts what is rendered and returns what the job reports first. */
  async function startAndRead(objects: KubernetesObject[]) {
    const before = lines().length;
    await flink.start(objects);
    const all = await flink.rest.until(
      'a count',
      async () => lines().slice(before),
      found => found.length > 0,
      180,
    );
    return all[0];
  }

  async function checkpoints(): Promise<Checkpoints> {
    const job = await flink.rest.running();
    return flink.rest.get(`/jobs/${job}/checkpoints`);
  }

  async function checkpointed() {
    await flink.rest.until(
      'a checkpoint',
      checkpoints,
      found => found.counts.completed > 1,
    );
  }

  async function restoredFrom() {
    const { latest } = await checkpoints();
    return latest.restored?.external_path;
  }
});

/** Job id and, in its first characters, the end of the cluster id. */
function identity(objects: KubernetesObject[]): string {
  return /--job-id","(\w{32})"/.exec(JSON.stringify(objects))![1];
}

function withIdentity(
  objects: KubernetesObject[],
  from: string,
  to: string,
): KubernetesObject[] {
  return JSON.parse(
    JSON.stringify(objects)
      .replaceAll(from, to)
      .replaceAll(`counting-${from.slice(0, 8)}`, `counting-${to.slice(0, 8)}`),
  );
}

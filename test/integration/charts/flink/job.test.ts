import { Renderer } from '../renderer';

describe.each(['helm4', 'helm3'] as const)('a Flink job under %s', version => {
  const charts = new Renderer(version);
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const values = (job: object) => ({ flink: { jobs: { sessionize: job } } });

  async function deployment(job: object) {
    const made = await charts.objects(values(job));
    return made.find(
      ({ kind, metadata }) =>
        kind === 'FlinkDeployment' &&
        metadata.name === 'clickstream-sessionize',
    )!.spec as {
      job: Record<string, unknown>;
      flinkConfiguration: Record<string, string>;
    };
  }

  it('runs, and keeps its state in a folder of its own', async () => {
    const { job, flinkConfiguration } = await deployment({});
    expect(job).toMatchObject({ upgradeMode: 'savepoint' });
    // Free for who suspends it live.
    expect(job).not.toHaveProperty('state');
    expect(job).not.toHaveProperty('initialSavepointPath');
    expect(flinkConfiguration).toMatchObject({
      'execution.checkpointing.dir':
        's3://playground/clickstream/dev/sessionize/checkpoints',
      'execution.checkpointing.savepoint-dir':
        's3://playground/clickstream/dev/sessionize/savepoints',
      'high-availability.storageDir':
        's3://playground/clickstream/dev/sessionize/ha',
      'kubernetes.operator.pod-template.merge-arrays-by-name': 'true',
    });
  });

  it('is suspended on request', async () => {
    const { job } = await deployment({ suspended: true });
    expect(job.state).toBe('suspended');
  });

  it('starts from a savepoint that is named', async () => {
    const { job } = await deployment({
      startFrom: { path: 's3://state/savepoint-1', nonce: 3 },
    });
    expect(job).toMatchObject({
      initialSavepointPath: 's3://state/savepoint-1',
      savepointRedeployNonce: 3,
    });
  });

  it('rolls back and scales by itself where that is asked for', async () => {
    const { flinkConfiguration } = await deployment({
      rollback: true,
      autoscaler: { maxParallelism: 24, utilization: 0.6 },
    });
    expect(flinkConfiguration).toMatchObject({
      'kubernetes.operator.deployment.rollback.enabled': 'true',
      'job.autoscaler.enabled': 'true',
      'job.autoscaler.vertex.max-parallelism': '24',
      'job.autoscaler.utilization.target': '0.6',
    });
    expect(flinkConfiguration).not.toHaveProperty([
      'job.autoscaler.vertex.min-parallelism',
    ]);
  });

  it.each<[string, object, string]>([
    [
      'a setting that the chart decides',
      { flinkConfiguration: { 'kubernetes.cluster-id': 'mine' } },
      "flink.jobs.sessionize.flinkConfiguration.kubernetes.cluster-id: the job's name decides; remove it",
    ],
    [
      'the spelling of Flink 1',
      { flinkConfiguration: { 'state.checkpoints.dir': 's3://x' } },
      'flink.jobs.sessionize.flinkConfiguration.state.checkpoints.dir: Flink 2 reads execution.checkpointing.dir; global.storage.uri decides; remove it',
    ],
    [
      'an impossible range',
      { autoscaler: { minParallelism: 9, maxParallelism: 3 } },
      'flink.jobs.sessionize.autoscaler.minParallelism: 9 is more than maxParallelism (3); lower it',
    ],
    [
      'a stop that would lose its state',
      { suspended: true, upgrade: 'stateless' },
      "flink.jobs.sessionize.suspended: with upgrade: stateless the job's state is lost when it stops",
    ],
    [
      'a savepoint without a nonce',
      { startFrom: { path: 's3://x/y' } },
      'nonce',
    ],
  ])('is refused with %s', async (_, job, sentence) => {
    expect(await charts.refusal(values(job))).toContain(sentence);
  });
});

import { Renderer } from './renderer';
import { find, renderJob, SPARK_JOB } from './sparkJob';

describe('a Spark job', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it('is tried again some times when it fails', async () => {
    const { restartPolicy } = await renderJob(charts, {});
    expect(restartPolicy).toEqual({
      type: 'OnFailure',
      onFailureRetries: 2,
      onFailureRetryInterval: 30,
      onSubmissionFailureRetries: 3,
      onSubmissionFailureRetryInterval: 30,
    });
  });

  it('is tried again as one says, or never', async () => {
    const restart = async (values: object) =>
      (await renderJob(charts, { restart: values })).restartPolicy;
    expect(
      await restart({ retries: 0, intervalSeconds: 5, submissionRetries: 9 }),
    ).toMatchObject({
      onFailureRetries: 0,
      onFailureRetryInterval: 5,
      onSubmissionFailureRetries: 9,
    });
    expect(await restart({ policy: 'Never' })).toEqual({ type: 'Never' });
  });

  it('that streams is always started again, with its checkpoints', async () => {
    const { restartPolicy, sparkConf, driver } = await renderJob(charts, {
      streaming: true,
    });
    const location = 's3a://playground/clickstream/dev/report/checkpoints';
    expect(restartPolicy).toMatchObject({
      type: 'Always',
      onFailureRetryInterval: 30,
    });
    expect(restartPolicy).not.toHaveProperty('onFailureRetries');
    expect(sparkConf).toMatchObject({
      'spark.sql.streaming.checkpointLocation': location,
      'spark.streaming.stopGracefullyOnShutdown': 'true',
    });
    expect(driver.template.spec.containers[0].env).toContainEqual({
      name: 'CHECKPOINT_LOCATION',
      value: location,
    });
  });

  it('is ended after a time, and deleted after another', async () => {
    const spec = await renderJob(charts, {
      timeoutSeconds: 3600,
      timeToLiveSeconds: 86400,
      suspend: true,
      memoryOverheadFactor: 0.25,
    });
    expect(spec.driver.template.spec.activeDeadlineSeconds).toBe(3600);
    expect(spec.executor.template.spec).not.toHaveProperty(
      'activeDeadlineSeconds',
    );
    expect(spec).toMatchObject({
      timeToLiveSeconds: 86400,
      suspend: true,
      memoryOverheadFactor: '0.25',
    });
  });

  it('runs on a schedule, which can be stopped without a run being', async () => {
    const made = await charts.objects({
      spark: {
        enabled: true,
        jobs: {
          report: {
            ...SPARK_JOB,
            schedule: '0 3 * * *',
            timeZone: 'Europe/Berlin',
            concurrency: 'Replace',
            suspend: true,
            history: { succeeded: 1, failed: 0 },
          },
        },
      },
    });
    const { spec } = find(
      made,
      'ScheduledSparkApplication',
      'clickstream-report',
    );
    expect(spec).toMatchObject({
      schedule: '0 3 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Replace',
      suspend: true,
      successfulRunHistoryLimit: 1,
      failedRunHistoryLimit: 0,
    });
    expect(spec.template).not.toHaveProperty('suspend');
  });

  it('has what it depends on as properties, and those of all jobs', async () => {
    const { sparkConf } = await renderJob(
      charts,
      {
        deps: {
          jars: ['s3a://b/a.jar', 's3a://b/b.jar'],
          packages: ['g:a:1'],
          pyFiles: ['local:///opt/app/lib.zip'],
        },
        sparkConf: { 'spark.a': 'job', 'spark.c': true },
      },
      {
        spark: { defaults: { sparkConf: { 'spark.a': 'all', 'spark.b': 2 } } },
      },
    );
    expect(sparkConf).toMatchObject({
      'spark.jars': 's3a://b/a.jar,s3a://b/b.jar',
      'spark.jars.packages': 'g:a:1',
      'spark.submit.pyFiles': 'local:///opt/app/lib.zip',
      'spark.a': 'job',
      'spark.b': '2',
      'spark.c': 'true',
    });
  });

  it('keeps its node only where a budget is asked for', async () => {
    const budgets = async (job: object) =>
      (
        await charts.objects({
          spark: { enabled: true, jobs: { report: { ...SPARK_JOB, ...job } } },
        })
      ).filter(
        ({ kind, metadata }) =>
          kind === 'PodDisruptionBudget' &&
          metadata.name === 'clickstream-report',
      );
    expect(await budgets({})).toEqual([]);
    const [budget] = await budgets({ podDisruptionBudget: { enabled: true } });
    expect(budget.spec).toMatchObject({
      minAvailable: 1,
      selector: {
        matchLabels: { 'headworks.dev/job': 'report', 'spark-role': 'driver' },
      },
    });
  });

  it('takes an override of each object that it owns', async () => {
    const override = { metadata: { annotations: { a: 'b' } } };
    const names = [
      'serviceAccount',
      'role',
      'roleBinding',
      'networkPolicy',
      'podMonitor',
      'podDisruptionBudget',
      'testPod',
    ];
    const made = await charts.objects({
      global: { monitoring: { enabled: true } },
      spark: {
        enabled: true,
        jobs: {
          report: {
            ...SPARK_JOB,
            override,
            ...Object.fromEntries(
              names.map(name => [
                name,
                name === 'podDisruptionBudget'
                  ? { enabled: true, override }
                  : { override },
              ]),
            ),
          },
        },
      },
    });
    const marked = made
      .filter(({ metadata }) => metadata.annotations?.a === 'b')
      .map(({ kind }) => kind);
    expect(marked.sort()).toEqual([
      'NetworkPolicy',
      'Pod',
      'PodDisruptionBudget',
      'PodMonitor',
      'Role',
      'RoleBinding',
      'ServiceAccount',
      'SparkApplication',
    ]);
  });

  it('does not run again because of its labels or its release', async () => {
    const specOf = async (extra: object) =>
      find(
        await charts.objects({
          ...extra,
          spark: { enabled: true, jobs: { report: SPARK_JOB } },
        }),
        'SparkApplication',
        'clickstream-report',
      ).spec;
    const before = await specOf({});
    expect(
      await specOf({
        global: { pipeline: { owner: 'group:default/another-team' } },
      }),
    ).toEqual(before);
    expect(JSON.stringify(before)).not.toMatch(
      /helm\.sh|kubernetes\.io\/instance/,
    );
  });
});

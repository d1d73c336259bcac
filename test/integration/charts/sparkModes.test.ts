import { Renderer } from './renderer';
import { SPARK_JOB } from './sparkJob';

/** Values of one job, named `report`, in a mode. */
const job = (mode: string, values: object) => ({
  spark: { enabled: true, mode, jobs: { report: { ...SPARK_JOB, ...values } } },
});
const JAR = { main: 'local:///opt/app/report.jar' };

describe('Spark values in the modes apache and submit', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it.each<[string, object, string]>([
    [
      'a jar without its class',
      job('submit', JAR),
      "spark.jobs.report.mainClass: nobody reads the jar's manifest in mode submit; name the class",
    ],
    [
      'a jar without its class under Apache’s operator',
      job('apache', JAR),
      "spark.jobs.report.mainClass: nobody reads the jar's manifest in mode apache; name the class",
    ],
    [
      'what only Apache’s operator knows',
      job('submit', { apache: { retain: 'Always' } }),
      "spark.jobs.report.apache: only Apache's operator knows it, and spark.mode is submit; remove it",
    ],
    [
      'a runner where Kubeflow’s operator needs none',
      job('kubeflow', { runner: { resources: { limits: { cpu: 1 } } } }),
      "spark.jobs.report.runner: Kubeflow's operator starts runs by itself; remove it",
    ],
    [
      'a runner where Apache’s operator needs none',
      job('apache', { runner: { resources: { limits: { cpu: 1 } } } }),
      "spark.jobs.report.runner: Apache's operator starts a run without schedule by itself; add schedule or remove it",
    ],
    [
      'two overrides of one CronJob',
      job('submit', {
        schedule: '@daily',
        runner: { cronJob: { override: { spec: { suspend: true } } } },
      }),
      "spark.jobs.report.runner.cronJob: in mode submit the job's own override is of the CronJob; use that",
    ],
    [
      'an image among the properties',
      job('submit', { sparkConf: { 'spark.kubernetes.container.image': 'x' } }),
      "spark.jobs.report.sparkConf.spark.kubernetes.container.image: mode submit sets it by itself; use the job's own fields (image, driver, executor) instead",
    ],
    [
      'a driver’s name that two runs would share',
      job('submit', { sparkConf: { 'spark.kubernetes.driver.pod.name': 'x' } }),
      'spark.jobs.report.sparkConf.spark.kubernetes.driver.pod.name: mode submit sets it by itself; remove it',
    ],
    [
      'a run that is deleted, and made again by the next upgrade',
      job('submit', { timeToLiveSeconds: 60 }),
      'spark.jobs.report.timeToLiveSeconds: the next upgrade makes a run again that is gone, and it runs again; remove it, or give the job a schedule',
    ],
    [
      'a scheduled run that never ends',
      job('apache', { schedule: '@daily', restart: { policy: 'Always' } }),
      'spark.jobs.report.restart.policy: a run that is always started again never ends, and the schedule waits for it; use OnFailure',
    ],
    [
      'a pause that a Job does not know',
      job('submit', { restart: { intervalSeconds: 60 } }),
      'spark.jobs.report.restart.intervalSeconds: a Job doubles its pause after each failure and counts submissions as tries; remove it',
    ],
    [
      'a Job that ends well and should start again',
      job('submit', { restart: { policy: 'Always' } }),
      'spark.jobs.report.restart.policy: a Job that ended well is not started again; use OnFailure, or streaming: true',
    ],
    [
      'a stop that Apache’s operator does not know',
      job('apache', { suspend: true }),
      "spark.jobs.report.suspend: Apache's operator cannot; enabled: false ends the job",
    ],
    [
      'a Connect server without Kubeflow’s operator',
      {
        spark: {
          enabled: true,
          mode: 'submit',
          connect: { notebooks: { image: SPARK_JOB.image } },
        },
      },
      'spark.connect.notebooks: mode "submit" has no Spark Connect server; set spark.mode to kubeflow, or enabled: false',
    ],
  ])('refuse %s', async (_, values, sentence) => {
    expect(await charts.refusal(values)).toContain(`- ${sentence}\n`);
  });

  const named = async (values: object) =>
    (await charts.objects(values))
      .filter(
        ({ metadata }) => metadata.labels?.['headworks.dev/job'] === 'report',
      )
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
  const runOf = async (values: object) =>
    (await named(values)).filter(name =>
      /^(Job|ConfigMap|SparkApplication) /.test(name),
    );

  it.each(['submit', 'apache'])(
    'name a run in mode %s for its spec: another spec is another run, a new version of the chart is not',
    async mode => {
      const first = await runOf(job(mode, {}));
      expect(first).toEqual(await runOf(job(mode, {})));
      expect(new Set(first.map(name => name.slice(-8))).size).toBe(1);
      for (const change of [
        { args: ['2'] },
        { sparkConf: { 'spark.log.level': 'WARN' } },
        { executor: { pod: { labels: { a: 'b' } } } },
        { override: { metadata: { annotations: { a: 'b' } } } },
      ]) {
        expect(await runOf(job(mode, change))).not.toEqual(first);
      }
    },
  );

  it('stop and start a Job by its name, so that a stopped driver goes with it', async () => {
    expect(await runOf(job('submit', { suspend: true }))).not.toEqual(
      await runOf(job('submit', {})),
    );
  });

  it.each([
    ['submit', {}],
    ['submit', { schedule: '@daily' }],
    ['apache', {}],
    ['apache', { schedule: '@daily' }],
  ])('leave room in names for what runs add (%s %j)', async (mode, extra) => {
    const longest = 'x'.repeat(45 - 'clickstream-'.length);
    const made = await charts.objects({
      spark: {
        enabled: true,
        mode,
        jobs: { [longest]: { ...SPARK_JOB, ...extra } },
      },
    });
    for (const { kind, metadata } of made) {
      const added = { CronJob: '-29406030-driver', Job: '-driver' }[kind] ?? '';
      if (kind === 'CronJob') expect(metadata.name.length).toBeLessThan(53);
      if (metadata.labels?.['headworks.dev/job'] === longest) {
        expect(`${metadata.name}${added}`.length).toBeLessThan(64);
      }
    }
  });
});

import { Renderer } from './renderer';
import { SPARK_JOB } from './sparkJob';

const job = (values: object, name = 'report') => ({
  spark: { jobs: { [name]: { ...SPARK_JOB, ...values } } },
});
const server = (values: object, name = 'notebooks') => ({
  spark: { connect: { [name]: { image: SPARK_JOB.image, ...values } } },
});

describe('Spark values', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it.each<[string, object, string]>([
    [
      'a schedule that is none',
      job({ schedule: '61 3 * * *' }),
      'spark.jobs.report.schedule: "61 3 * * *" is no cron expression of five fields; write it like 0 3 * * *',
    ],
    [
      'a schedule of six fields',
      job({ schedule: '0 0 3 * * *' }),
      'spark.jobs.report.schedule: "0 0 3 * * *" is no cron expression of five fields; write it like 0 3 * * *',
    ],
    [
      'a streaming job on a schedule',
      job({ schedule: '@daily', streaming: true }),
      'spark.jobs.report.streaming: such a job never ends, and its schedule would never start a second run; remove schedule or streaming',
    ],
    [
      'a time zone without a schedule',
      job({ timeZone: 'Europe/Berlin' }),
      'spark.jobs.report.timeZone: it says something of a schedule, and there is none; add schedule or remove it',
    ],
    [
      'a streaming job with a timeout',
      job({ streaming: true, timeoutSeconds: 60 }),
      'spark.jobs.report.timeoutSeconds: it would end a streaming job again and again; remove it',
    ],
    [
      'a name that leaves no room for a run’s',
      job({ schedule: '@daily' }, 'a-report-with-a-very-long-name-too'),
      "spark.jobs.a-report-with-a-very-long-name-too.schedule: a run's name has 20 characters more than \"clickstream-a-report-with-a-very-long-name-too\" (46), and a label takes 63; shorten the job's or the pipeline's name",
    ],
    [
      'a job that is named like the History Server',
      job({}, 'spark-history'),
      'spark.jobs.spark-history: the History Server and its event logs have that name; choose another',
    ],
    [
      'a name that is too long for a Connect server',
      server({}, 'notebooks-of-people-who-write-very-long-names'),
      'spark.connect.notebooks-of-people-who-write-very-long-names: the name "clickstream-notebooks-of-people-who-write-very-long-names" has 57 characters and the operator takes 56 (it adds -server); shorten the server\'s or the pipeline\'s name',
    ],
    [
      'a Connect server that is named like a job',
      {
        spark: {
          jobs: { report: SPARK_JOB },
          connect: { report: { image: SPARK_JOB.image } },
        },
      },
      'spark.connect.report: a job has that name, and their objects would be the same; rename one of the two',
    ],
    [
      'a Connect server where there is none',
      { spark: { mode: 'submit', ...server({}).spark } },
      'spark.connect.notebooks: mode "submit" has no Spark Connect server; set spark.mode to kubeflow, or enabled: false',
    ],
    [
      'a Connect server’s topic that nobody declares',
      server({ reads: ['nothing'] }),
      'spark.connect.notebooks.reads: nobody declares the topic "nothing"; add it to kafka.topics (external: true if somebody else owns it)',
    ],
    [
      'a property that a field decides',
      job({ sparkConf: { 'spark.executor.memory': '4g' } }),
      'spark.jobs.report.sparkConf.spark.executor.memory: the field executor.memory decides it, and would win; set that instead',
    ],
    [
      'such a property for all jobs',
      { spark: { defaults: { sparkConf: { 'spark.driver.cores': 2 } } } },
      'spark.defaults.sparkConf.spark.driver.cores: the field driver.cores decides it, and would win; set that instead',
    ],
    [
      'a key of the storage among properties',
      job({ sparkConf: { 'spark.hadoop.fs.s3a.secret.key': 'abc' } }),
      "spark.jobs.report.sparkConf.spark.hadoop.fs.s3a.secret.key: a secret would stand in Git, in the resource and on Spark's pages; keep it in a secret (global.storage.credentials, or env and ${env.NAME})",
    ],
    [
      'more executors at the start than at most',
      job({ dynamicAllocation: { min: 1, initial: 9, max: 4 } }),
      'spark.jobs.report.dynamicAllocation.initial: 9 is not between min (1) and max (4); change it or leave it out',
    ],
    [
      'a number of executors beside dynamic allocation',
      job({ executor: { instances: 3 }, dynamicAllocation: { max: 4 } }),
      'spark.jobs.report.executor.instances: dynamicAllocation decides how many there are; remove one of the two',
    ],
    [
      'shuffle data that nobody takes over',
      job({
        dynamicAllocation: { max: 4, shuffle: 'decommission' },
        decommission: { enabled: false },
      }),
      'spark.jobs.report.decommission.enabled: dynamicAllocation.shuffle: decommission needs it; leave it out, or use tracking',
    ],
    [
      'spot nodes that take data with them',
      job({
        spot: { nodeSelector: { a: 'b' } },
        decommission: { enabled: false },
      }),
      'spark.jobs.report.decommission.enabled: spot nodes go at short notice, and what their executors hold would be computed again; leave it out',
    ],
    [
      'spot nodes that nothing names',
      job({ spot: {} }),
      'spark.jobs.report.spot: nothing says which nodes these are; set nodeSelector or tolerations',
    ],
    [
      'a node selector at two levels',
      job({
        pod: { nodeSelector: { a: 'b' } },
        executor: { pod: { nodeSelector: { c: 'd' } } },
      }),
      'spark.jobs.report.executor.pod.nodeSelector: pod.nodeSelector of the job is set as well, and Spark takes one level only; move all of it to one',
    ],
    [
      'fewer cores at most than asked for',
      job({ executor: { cores: 2, coreLimit: '1500m' } }),
      'spark.jobs.report.executor.coreLimit: 1500m is less than the cores asked for (2); raise it or leave it out',
    ],
    [
      'an override that the operator passes over',
      job({ override: { spec: { driver: { env: [] } } } }),
      "spark.jobs.report.override.spec.driver.env: the operator passes over it where pods have a template; use the job's own fields, or driver.template",
    ],
    [
      'such an override of a schedule’s runs',
      job({
        schedule: '0 3 * * *',
        override: { spec: { template: { hadoopConfigMap: 'x' } } },
      }),
      'spark.jobs.report.override.spec.template.hadoopConfigMap: the operator passes over it where pods have a template; use volumes and env, or driver.template and executor.template below it',
    ],
    [
      'Azure’s identity with a Spark that does not know it',
      {
        global: { storage: { uri: 'abfss://c@a.dfs.core.windows.net/x' } },
        ...job({ sparkVersion: '3.5.9' }),
      },
      "spark.jobs.report.sparkVersion: the Hadoop of Spark 3.5.9 does not know Azure's workload identity; use Spark 4, or name global.storage.credentials.secret",
    ],
    [
      'event logs where nobody has access',
      { spark: { eventLog: { dir: 'gs://elsewhere/events' } } },
      'spark.eventLog.dir: gs://elsewhere/events is of another kind than global.storage.uri (s3://playground/clickstream), for which jobs have the credentials; choose a folder there',
    ],
    [
      'a History Server without event logs',
      {
        spark: {
          eventLog: { enabled: false },
          historyServer: { enabled: true, image: SPARK_JOB.image },
        },
      },
      'spark.historyServer.enabled: jobs write no event log that it could show; set spark.eventLog.enabled: true, with a global.storage that all pods reach',
    ],
    [
      'a History Server without an image',
      { spark: { historyServer: { enabled: true } } },
      "spark.historyServer.image: it has none of its own, for it must hold the storage's connector; name the jobs' image, or one like it",
    ],
    [
      'fewer History Servers at most than at least',
      {
        spark: {
          historyServer: {
            enabled: true,
            image: SPARK_JOB.image,
            autoscaling: { enabled: true, min: 3, max: 2 },
          },
        },
      },
      'spark.historyServer.autoscaling.min: 3 is more than max (2); lower it',
    ],
  ])('are refused with %s', async (_, extra, sentence) => {
    expect(await charts.refusal(extra)).toContain(`- ${sentence}\n`);
  });

  it('are taken with every form of a schedule', async () => {
    const schedules = ['*/5 * * * *', '0 3 1,15 jan-mar MON', '@hourly'];
    const made = await charts.objects({
      spark: {
        enabled: true,
        jobs: Object.fromEntries(
          schedules.map((schedule, index) => [
            `job${index}`,
            { ...SPARK_JOB, schedule },
          ]),
        ),
      },
    });
    expect(
      made
        .filter(({ kind }) => kind === 'ScheduledSparkApplication')
        .map(({ spec }) => spec.schedule),
    ).toEqual(schedules);
  });

  it('may name a secret of the environment', async () => {
    const refusal = await charts.refusal(
      job({
        sparkConf: { 'spark.hadoop.fs.s3a.secret.key': '${env.OTHER_KEY}' },
      }),
    );
    expect(refusal).toBe('nothing was refused');
  });
});

import { parse } from 'yaml';
import { Rendered, Renderer } from './renderer';
import { SPARK_JOB } from './sparkJob';

const JOB = { ...SPARK_JOB, main: 'local:///opt/app/report.py' };

interface Run extends Rendered {
  data: Record<string, string>;
}

/** What the modes apache and submit make of the values. */
describe('a Spark job', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const render = async (mode: string, values: object = {}) =>
    (
      await charts.objects({
        global: { imagePullSecrets: ['registry'] },
        spark: { enabled: true, mode, jobs: { report: { ...JOB, ...values } } },
      })
    ).filter(
      ({ metadata }) => metadata.labels?.['headworks.dev/job'] === 'report',
    ) as Run[];
  const one = async (kind: string, mode: string, values?: object) => {
    const found = (await render(mode, values)).filter(
      object =>
        object.kind === kind && !object.metadata.annotations?.['helm.sh/hook'],
    );
    expect(found.length).toBe(1);
    return found[0];
  };

  describe('in mode submit', () => {
    it.each([
      [{}, 2],
      [{ restart: { retries: 5 } }, 5],
      [{ restart: { retries: 0 } }, 0],
      [{ restart: { policy: 'Never' } }, 0],
      [{ streaming: true }, 2147483647],
    ])('is tried again as %j says', async (values, backoffLimit) => {
      const { spec } = await one('Job', 'submit', values);
      expect(spec).toMatchObject({
        backoffLimit,
        podFailurePolicy: {
          rules: [
            {
              action: 'Ignore',
              onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }],
            },
          ],
        },
        template: { spec: { restartPolicy: 'Never' } },
      });
    });

    it('runs on its schedule, never two at once', async () => {
      const { spec, metadata } = await one('CronJob', 'submit', {
        schedule: '30 2 * * *',
      });
      expect(metadata.name).toBe('clickstream-report');
      expect(spec).toMatchObject({
        schedule: '30 2 * * *',
        timeZone: 'UTC',
        concurrencyPolicy: 'Forbid',
        successfulJobsHistoryLimit: 3,
        failedJobsHistoryLimit: 3,
      });
      expect(spec.suspend).toBeUndefined();
    });

    it('takes what is said of the schedule', async () => {
      const { spec } = await one('CronJob', 'submit', {
        schedule: '@daily',
        timeZone: 'Europe/Berlin',
        concurrency: 'Replace',
        history: { succeeded: 0, failed: 9 },
        suspend: true,
        timeToLiveSeconds: 60,
      });
      expect(spec).toMatchObject({
        timeZone: 'Europe/Berlin',
        concurrencyPolicy: 'Replace',
        successfulJobsHistoryLimit: 0,
        failedJobsHistoryLimit: 9,
        suspend: true,
        jobTemplate: { spec: { ttlSecondsAfterFinished: 60 } },
      });
    });

    it('gives spark-submit a file that Java reads as the values say', async () => {
      const { data } = await one('ConfigMap', 'submit', {
        sparkConf: { 'spark.a:b=c d': 'x\\y\nz', 'spark.e': ' #!=: ' },
        dynamicAllocation: { min: 1, max: 4 },
      });
      const lines = data['spark.properties'].split('\n');
      expect(lines).toContain('spark.a\\:b\\=c\\ d=x\\\\y\\nz');
      expect(lines).toContain('spark.e= #!=: ');
      expect(lines).toContain('spark.dynamicAllocation.maxExecutors=4');
      expect(lines.join()).not.toContain('spark.executor.instances');
    });

    it('has the Job own its driver, and executors without a token', async () => {
      const { data } = await one('ConfigMap', 'submit');
      expect(parse(data['driver.yaml'])).toMatchObject({
        metadata: { ownerReferences: [{ kind: 'Job', uid: '@JOB_UID@' }] },
        spec: { imagePullSecrets: [{ name: 'registry' }] },
      });
      expect(parse(data['executor.yaml'])).toMatchObject({
        spec: { automountServiceAccountToken: false },
      });
    });

    it('lets the runner do what spark-submit does, and no more', async () => {
      const { rules } = (await render('submit')).find(
        ({ kind, metadata }) =>
          kind === 'Role' && metadata.name === 'clickstream-report-runner',
      ) as unknown as { rules: object[] };
      expect(rules).toEqual([
        {
          apiGroups: [''],
          resources: ['pods'],
          verbs: ['get', 'list', 'watch', 'create', 'delete'],
        },
        {
          apiGroups: [''],
          resources: ['services', 'configmaps'],
          verbs: ['get', 'create', 'update', 'patch'],
        },
      ]);
    });

    it('overrides every object', async () => {
      const override = { override: { metadata: { annotations: { a: 'b' } } } };
      const made = await render('submit', {
        ...override,
        serviceAccount: override,
        role: override,
        roleBinding: override,
        networkPolicy: override,
        testPod: override,
        runner: {
          configMap: override,
          serviceAccount: override,
          role: override,
          roleBinding: override,
          testPod: override,
        },
      });
      for (const { kind, metadata } of made) {
        expect([kind, metadata.name, metadata.annotations?.a]).toEqual([
          ...[kind, metadata.name, 'b'],
        ]);
      }
    });
  });

  describe('in mode apache', () => {
    it('runs a Python program through Spark’s own runner', async () => {
      const { spec } = await one('SparkApplication', 'apache', {
        args: ['$(HOME)'],
      });
      expect(spec).toMatchObject({
        runtimeVersions: { sparkVersion: '4.0.4' },
        mainClass: 'org.apache.spark.deploy.PythonRunner',
        pyFiles: 'local:///opt/app/report.py',
        driverArgs: ['$(HOME)'],
        sparkConf: {
          'spark.kubernetes.container.image':
            'registry.example.com/report:1.0.0',
          'spark.kubernetes.authenticate.driver.serviceAccountName':
            'clickstream-report',
        },
        driverSpec: {
          podTemplateSpec: {
            spec: {
              securityContext: { runAsNonRoot: true },
              imagePullSecrets: [{ name: 'registry' }],
            },
          },
        },
      });
    });

    it.each<[object, object]>([
      [
        {},
        {
          restartPolicy: 'OnFailure',
          maxRestartAttempts: 5,
          maxRestartOnFailure: 2,
          maxRestartOnSchedulingFailure: 3,
          restartBackoffMillis: 30000,
          restartBackoffMillisForSchedulingFailure: 30000,
        },
      ],
      [{ restart: { policy: 'Never' } }, { restartPolicy: 'Never' }],
      [
        { streaming: true, restart: { intervalSeconds: 5 } },
        {
          restartPolicy: 'Always',
          maxRestartAttempts: 2147483647,
          restartBackoffMillis: 5000,
          restartBackoffMillisForSchedulingFailure: 30000,
        },
      ],
    ])('is tried again as %j says', async (values, restartConfig) => {
      const { spec } = await one('SparkApplication', 'apache', values);
      expect(spec.applicationTolerations).toMatchObject({
        restartConfig,
        resourceRetainPolicy: 'OnFailure',
      });
    });

    it.each<[object, object]>([
      [
        { executor: { instances: 3 } },
        { initExecutors: 1, minExecutors: 1, maxExecutors: 3 },
      ],
      [
        { dynamicAllocation: { max: 9 } },
        { initExecutors: 0, minExecutors: 0, maxExecutors: 9 },
      ],
    ])('waits for executors as %j says', async (values, instanceConfig) => {
      const { spec } = await one('SparkApplication', 'apache', values);
      expect(spec.applicationTolerations).toMatchObject({ instanceConfig });
    });

    it('overrides the application of a scheduled run, and its CronJob apart', async () => {
      const values = {
        schedule: '@daily',
        override: { spec: { proxyUser: 'reports' } },
        runner: { cronJob: { override: { spec: { suspend: true } } } },
      };
      const { data } = await one('ConfigMap', 'apache', values);
      expect(JSON.parse(data['application.json'])).toMatchObject({
        metadata: { name: '@JOB@' },
        spec: { proxyUser: 'reports' },
      });
      const { spec } = await one('CronJob', 'apache', values);
      expect(spec).toMatchObject({ suspend: true });
      expect(spec.proxyUser).toBeUndefined();
    });
  });
});

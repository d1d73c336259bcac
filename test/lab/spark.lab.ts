import { Lab } from './lab';
import { LabPipeline } from './pipeline';

const NAMESPACE = 'reports';

/** On a real node, under Pod Security "restricted": spark-submit, driver, executors, and who removes them. */
describe('a Spark job without an operator on a node', () => {
  const lab = new Lab();
  const pipeline = new LabPipeline(lab, NAMESPACE);

  beforeAll(async () => {
    await lab.up('jre', 'spark');
    await lab.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: NAMESPACE,
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
  }, 1_800_000);

  afterAll(async () => {
    await lab.down();
    pipeline.remove();
  });

  const kubectl = (...args: string[]) =>
    lab.kubectl('--namespace', NAMESPACE, ...args);
  const names = async (kind: string) =>
    (await kubectl('get', kind, '-o', 'name')).split('\n').filter(Boolean);
  const drivers = async () =>
    (await names('pods')).filter(name => name.endsWith('-driver'));
  const ended = (job: string) =>
    lab.until(
      `the end of ${job}`,
      500,
      () =>
        kubectl(
          ...['get', job, '-o'],
          'jsonpath={.status.conditions[?(@.status=="True")].type}',
        ),
      types => /Complete|Failed/.test(types),
    );

  it('has executors, and its Job completes when the driver does', async () => {
    await pipeline.install(specification({ pi: job('SparkPi') }));
    const [run] = await names('jobs');
    expect(await ended(run)).toContain('Complete');
    expect(
      await kubectl('logs', `${run.replace('job.batch/', '')}-driver`),
    ).toContain('Pi is roughly 3.1');
    expect(
      await kubectl(
        ...['get', 'events', '--field-selector=reason=Started', '-o'],
        'jsonpath={.items[*].involvedObject.name}',
      ),
    ).toMatch(/-exec-1\b/);
  });

  it('changes nothing in an upgrade without a change', async () => {
    const before = await kubectl(
      'get',
      'jobs,pods',
      '-o',
      'jsonpath={.items[*].metadata.uid}',
    );
    await pipeline.install(specification({ pi: job('SparkPi') }));
    expect(
      await kubectl(
        'get',
        'jobs,pods',
        '-o',
        'jsonpath={.items[*].metadata.uid}',
      ),
    ).toBe(before);
  });

  it('runs anew with a changed spec, takes the old run away, and fails as its driver does', async () => {
    const [first] = await names('jobs');
    await pipeline.install(specification({ pi: job('NoSuchClass') }));
    const [run, ...others] = (await names('jobs')).filter(one => one !== first);
    expect(others).toEqual([]);
    expect(await ended(run)).toContain('Failed');
    expect(await kubectl('get', run, '-o', 'jsonpath={.status.failed}')).toBe(
      '2',
    );
    expect(await drivers()).toEqual([
      `pod/${run.replace('job.batch/', '')}-driver`,
    ]);
  });

  it('runs on a schedule, and goes with its Job', async () => {
    await pipeline.install(
      specification({ pi: { ...job('SparkPi'), schedule: '@yearly' } }),
    );
    await kubectl('create', 'job', 'now', '--from=cronjob/numbers-pi');
    expect(await ended('job/now')).toContain('Complete');
    expect(await drivers()).toEqual(['pod/now-driver']);
    await kubectl('delete', 'job', 'now');
    await nothing('pods,services');
  });

  it('leaves nothing when the release goes', async () => {
    await pipeline.install(specification({ pi: job('SparkPi') }));
    await lab.until(
      'a driver that runs',
      120,
      () =>
        kubectl(
          'get',
          'pods',
          '--selector=spark-role=driver',
          '-o',
          'jsonpath={.items[*].status.phase}',
        ),
      phase => phase === 'Running',
    );
    await lab.helm('uninstall', 'numbers', '--namespace', NAMESPACE);
    await nothing(
      'pods,services,jobs,cronjobs,roles,rolebindings,networkpolicies',
    );
    expect(await names('configmaps')).toEqual(['configmap/kube-root-ca.crt']);
    expect(await names('serviceaccounts')).toEqual(['serviceaccount/default']);
  });

  const nothing = (kinds: string) =>
    lab.until(
      `that no ${kinds} are left`,
      60,
      () => kubectl('get', kinds, '-o', 'name'),
      answer => answer.trim() === '',
    );
});

const job = (mainClass: string) => ({
  image: { repository: 'lab/spark', tag: '4.0' },
  main: 'local:///opt/spark/jobs/pi.jar',
  mainClass,
  args: ['10'],
  restart: { retries: 1 },
  driver: { coreRequest: '200m', memory: '512m' },
  executor: { coreRequest: '200m', memory: '512m', instances: 1 },
});

function specification(jobs: object) {
  return {
    pipeline: { name: 'numbers', owner: 'group:default/data-team' },
    environments: { dev: { cluster: 'lab', namespace: NAMESPACE } },
    values: {
      global: {
        kafka: {
          mode: 'external',
          bootstrapServers: 'kafka:9092',
          authentication: 'none',
        },
        storage: { uri: 'file:///tmp/numbers' },
      },
      spark: { mode: 'submit', jobs },
    },
  };
}

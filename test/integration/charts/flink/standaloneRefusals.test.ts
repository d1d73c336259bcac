import { Renderer } from '../renderer';

const STATELESS = { upgrade: 'stateless' };
const COMMANDS =
  "set stateless, or leave upgrade out, stop the job with a savepoint (kubectl --namespace pipelines exec clickstream-sessionize-jobmanager-0 -- sh -c 'flink stop --type native $FLINK_JOB_ID') and start from it (helm upgrade rel . --namespace pipelines -f values-dev.yaml --set flink.jobs.sessionize.startFrom.path=<the path it printed>)";

describe('a Flink job without the operator', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const values = (job: object, more: object = {}) => ({
    flink: {
      mode: 'standalone',
      jobs: { sessionize: job, alerting: { enabled: false } },
    },
    ...more,
  });

  it.each<[string, object, string]>([
    [
      'upgrade: savepoint',
      { upgrade: 'savepoint' },
      `flink.jobs.sessionize.upgrade: savepoint needs the operator; ${COMMANDS}`,
    ],
    [
      'upgrade: last-state',
      { upgrade: 'last-state', startFrom: { path: 's3://state/savepoint-1' } },
      `flink.jobs.sessionize.upgrade: last-state needs the operator; ${COMMANDS}`,
    ],
    [
      'the autoscaler',
      { ...STATELESS, autoscaler: { maxParallelism: 4 } },
      'flink.jobs.sessionize.autoscaler: only the operator has it; set parallelism, or reactive',
    ],
    [
      'rollback',
      { ...STATELESS, rollback: true },
      'flink.jobs.sessionize.rollback: only the operator has it; use helm rollback with a startFrom of its own',
    ],
    [
      'a savepoint on removal',
      { ...STATELESS, savepointOnDelete: true },
      'flink.jobs.sessionize.savepointOnDelete: only the operator has it; stop the job with a savepoint first',
    ],
    [
      'draining on removal',
      { ...STATELESS, drainOnDelete: true },
      'flink.jobs.sessionize.drainOnDelete: only the operator has it; drain it as you stop it',
    ],
    [
      'a session',
      { ...STATELESS, session: 'shared' },
      'flink.jobs.sessionize.session: only the operator has it; leave it out',
    ],
    [
      'the health check',
      { ...STATELESS, healthCheck: { restarts: 3 } },
      'flink.jobs.sessionize.healthCheck: only the operator has it; use alerts',
    ],
    [
      'a time to become stable',
      { ...STATELESS, readyWithin: '5m' },
      'flink.jobs.sessionize.readyWithin: only the operator has it; use helm upgrade --wait --timeout',
    ],
    [
      'savepoints by the clock',
      { ...STATELESS, checkpoints: { savepointEvery: '6h' } },
      'flink.jobs.sessionize.checkpoints.savepointEvery: only the operator takes savepoints by itself; use a CronJob of your own',
    ],
    [
      'no high availability',
      { ...STATELESS, highAvailability: { enabled: false } },
      'flink.jobs.sessionize.highAvailability.enabled: without the operator TaskManagers find their JobManager through it; leave it out',
    ],
    [
      'a file system to read only, and a plugin to link there',
      { ...STATELESS, readOnlyRootFilesystem: true },
      "flink.jobs.sessionize.readOnlyRootFilesystem: the entrypoint cannot switch the storage's plugin on then; use an image that has it among its plugins and set filesystemPlugin to image",
    ],
    [
      'too few TaskManagers',
      { ...STATELESS, parallelism: 5, taskManager: { replicas: 2 } },
      'flink.jobs.sessionize.taskManager.replicas: 2 TaskManagers of 2 slots are too few for parallelism 5, and the job would wait for ever; raise it to 3',
    ],
  ])('is refused with %s', async (_, job, sentence) => {
    expect(await charts.refusal(values(job))).toContain(`- ${sentence}\n`);
  });

  it.each<[string, object, string]>([
    [
      'no storage',
      { global: { storage: { uri: '' } } },
      'global.storage.uri: without the operator flink.jobs.sessionize is found again only through storage that its pods share; set it',
    ],
    [
      'storage in each pod alone',
      { global: { storage: { uri: 'file:///state' } } },
      'flink.jobs.sessionize.volumes: file:///state is a folder of each pod for itself, and the job is not found again; mount a claim there that its pods share',
    ],
  ])('is refused with %s', async (_, more, sentence) => {
    expect(await charts.refusal(values(STATELESS, more))).toContain(
      `- ${sentence}\n`,
    );
  });

  it('is refused when the names of its pods get too long', async () => {
    const job = {
      image: { repository: 'flink', tag: '2.1' },
      jar: 'local:///opt/flink/usrlib/job.jar',
      ...STATELESS,
    };
    const jobs = { 'a-job-with-a-name-of-29-chars': job };
    expect(
      await charts.refusal({ flink: { mode: 'standalone', jobs } }),
    ).toContain(
      "- flink.jobs.a-job-with-a-name-of-29-chars: the StatefulSet clickstream-a-job-with-a-name-of-29-chars-taskmanager has 53 characters, and its pods cannot be labelled with more than 52; shorten the job's or the pipeline's name by 1\n",
    );
  });

  it('is refused beside sessions', async () => {
    const sessions = { shared: { image: { repository: 'flink', tag: '2.1' } } };
    expect(
      await charts.refusal({ flink: { mode: 'standalone', sessions } }),
    ).toContain(
      '- flink.sessions.shared: only the operator has sessions; give each job a cluster of its own\n',
    );
  });

  it('is refused a file system to read only with the operator', async () => {
    const jobs = { sessionize: { readOnlyRootFilesystem: true } };
    expect(await charts.refusal({ flink: { jobs } })).toContain(
      '- flink.jobs.sessionize.readOnlyRootFilesystem: only mode standalone has folders of their own for what Flink writes; leave it out\n',
    );
  });
});

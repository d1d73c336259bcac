import { DAY, FAILED, runningJob, SUSPENDED } from '../__testUtils__/moment';
import { plan, steps, traps } from '../__testUtils__/plans';
import { FlinkAction } from './FlinkAction';
import { LiveFlinkJob } from './LiveFlinkJob';

const KNOWN = 's3://acme/web/count/savepoints/savepoint-1a';

describe('suspend', () => {
  it('stops a running job with a savepoint', () => {
    const said = plan({ action: 'suspend' });
    expect(said.effects[0]).toBe(
      'The operator takes a savepoint and stops the job with it.',
    );
    expect(steps(said)).toEqual([
      'patch web-count {"job":{"state":"suspended"}}',
      'wait web-count job-suspended',
    ]);
    expect(said.traps).toEqual([]);
  });

  it('says which pods stay', () => {
    const said = (job: LiveFlinkJob) =>
      plan({ action: 'suspend' }, job).effects[1];
    expect(said(runningJob())).toMatch(/^Its TaskManagers go; its JobManager/);
    expect(said({ ...runningJob(), kind: 'FlinkSessionJob' })).toMatch(
      /^The pods of its session stay;/,
    );
  });

  it('leaves the JobManager of a job that has failed, too', () => {
    const said = plan({ action: 'suspend' }, runningJob(FAILED));
    expect(said.effects).toEqual([
      'The job has ended already; the operator keeps it so.',
      'Its TaskManagers go; its JobManager stays for a day with nothing to do; nothing is read or written until it is resumed.',
    ]);
    expect(traps(said)).toEqual(['acknowledge checkpoint-instead']);
  });

  it('warns that a job that does not run leaves a checkpoint only', () => {
    const said = plan(
      { action: 'suspend' },
      runningJob({ jobStatus: { state: 'RESTARTING' } }),
    );
    expect(said.effects[0]).toMatch(/last checkpoint/);
    expect(traps(said)).toEqual(['acknowledge checkpoint-instead']);
  });

  it('warns of transactions that end before the job goes on', () => {
    const env = [
      { name: 'KAFKA_DELIVERY_GUARANTEE', value: 'exactly-once' },
      { name: 'KAFKA_TRANSACTION_TIMEOUT_MS', value: '900000' },
    ];
    const podTemplate = { spec: { containers: [{ env }] } };
    const withMode = (upgradeMode: 'last-state' | 'savepoint') =>
      runningJob({ spec: { podTemplate, job: { upgradeMode } } });
    const said = plan({ action: 'suspend' }, withMode('last-state'));
    expect(traps(said)).toEqual(['acknowledge transactions-expire']);
    expect(said.traps[0].sentence).toMatch(
      /until the brokers end them after 15 min/,
    );
    expect(plan({ action: 'suspend' }, withMode('savepoint')).traps).toEqual(
      [],
    );
  });

  it.each([
    ['stateless', { job: { upgradeMode: 'stateless' as const } }, /stateless/],
    ['suspended', SUSPENDED, /suspended already/],
    ['finished', { jobStatus: { state: 'FINISHED' as const } }, /has finished/],
  ])('is refused where the job is %s', (_, change, expected) => {
    const said = plan({ action: 'suspend' }, runningJob(change));
    expect(said.refusal?.sentence).toMatch(expected);
    expect(said.steps).toEqual([]);
  });
});

describe('resume', () => {
  it('names the savepoint that the job stopped with', () => {
    const said = plan({ action: 'resume' }, runningJob(SUSPENDED));
    expect(said.startsFrom).toEqual({
      kind: 'savepoint',
      path: KNOWN,
      sentence: 'The savepoint that it stopped with.',
    });
    expect(steps(said)).toEqual([
      'patch web-count {"job":{"state":"running"}}',
      'wait web-count job-running',
    ]);
    expect(said.traps).toEqual([]);
  });

  it('says when the topics have forgotten what came after', () => {
    const said = plan({ action: 'resume' }, runningJob(SUSPENDED), {
      reads: [{ name: 'clicks', retention: 7 * DAY }],
    });
    expect(traps(said)).toEqual(['acknowledge not-replayable']);
    expect(said.traps[0].sentence).toMatch(/^Topic clicks no longer has/);
  });

  it('says when the job forgets', () => {
    const said = plan(
      { action: 'resume' },
      runningJob({
        ...SUSPENDED,
        job: { state: 'suspended', upgradeMode: 'stateless' },
      }),
    );
    expect(said.startsFrom?.kind).toBe('nothing');
    expect(traps(said)).toEqual(['acknowledge starts-empty']);
  });

  it('lets a job run on that could not be stopped yet', () => {
    const said = plan(
      { action: 'resume' },
      runningJob({ job: { ...SUSPENDED.job } }),
    );
    expect(said.effects[0]).toMatch(/^The job has not stopped yet: it runs on/);
    expect(said.startsFrom).toBeUndefined();
    expect(said.traps).toEqual([]);
    expect(steps(said)).toEqual([
      'patch web-count {"job":{"state":"running"}}',
      'wait web-count job-running',
    ]);
  });

  it('is refused where nothing is suspended', () => {
    expect(plan({ action: 'resume' }).refusal?.sentence).toBe(
      'It is not suspended.',
    );
  });
});

describe('restart', () => {
  it('raises the number that the operator watches', () => {
    expect(steps(plan({ action: 'restart' }))[0]).toBe(
      'patch web-count {"restartNonce":1}',
    );
    expect(
      steps(
        plan({ action: 'restart' }, runningJob({ spec: { restartNonce: 4 } })),
      )[0],
    ).toBe('patch web-count {"restartNonce":5}');
  });

  it.each([
    ['savepoint', {}, 'savepoint', []],
    [
      'savepoint of a job that does not run',
      { jobStatus: { state: 'RESTARTING' as const } },
      'checkpoint',
      ['acknowledge checkpoint-instead'],
    ],
    [
      'last-state',
      { job: { upgradeMode: 'last-state' as const } },
      'checkpoint',
      [],
    ],
    [
      'last-state without high availability',
      {
        job: { upgradeMode: 'last-state' as const },
        spec: {
          flinkConfiguration: {},
          job: { upgradeMode: 'last-state' as const },
        },
      },
      'checkpoint',
      ['note without-recovery'],
    ],
    [
      'stateless',
      { job: { upgradeMode: 'stateless' as const } },
      'nothing',
      ['acknowledge starts-empty'],
    ],
  ])('with %s', (_, change, kind, expected) => {
    const said = plan({ action: 'restart' }, runningJob(change));
    expect(said.startsFrom?.kind).toBe(kind);
    expect(traps(said)).toEqual(expected);
  });

  it('starts a job that has failed from what it had, and stops nothing', () => {
    const said = plan({ action: 'restart' }, runningJob(FAILED));
    expect(said.effects).toEqual(['The operator starts the job again.']);
    expect(said.startsFrom).toEqual({
      kind: 'checkpoint',
      path: FAILED.jobStatus.upgradeSavepointPath,
      sentence: 'The checkpoint that it had when it ended.',
    });
    expect(traps(said)).toEqual(['acknowledge checkpoint-instead']);
  });

  it('starts a job empty that failed before its first checkpoint, on purpose only', () => {
    const said = plan(
      { action: 'restart' },
      runningJob({ jobStatus: { state: 'FAILED' } }),
    );
    expect(traps(said)).toEqual(['acknowledge starts-empty']);
    expect(said.traps[0].sentence).toBe(
      'The job starts empty: it had made no checkpoint when it ended.',
    );
  });

  it('waits for a job that has to run first, where the operator was told to', () => {
    const said = plan(
      { action: 'restart' },
      runningJob({
        jobStatus: { state: 'RESTARTING' },
        spec: {
          job: { upgradeMode: 'savepoint' },
          flinkConfiguration: {
            kubernetes: {
              operator: { 'job.upgrade.last-state-fallback.enabled': false },
            },
          },
        },
      }),
    );
    expect(said.startsFrom?.kind).toBe('unknown');
  });
});

describe('what Git decides', () => {
  const suspended: FlinkAction = { action: 'suspend' };

  function marked(metadata: Partial<LiveFlinkJob['metadata']>): LiveFlinkJob {
    const job = runningJob();
    return { ...job, metadata: { ...job.metadata, ...metadata } };
  }

  it.each([
    [
      { labels: { 'argocd.argoproj.io/instance': 'clicks' } },
      "Argo CD's application clicks keeps this job as Git has it",
    ],
    [
      { labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } },
      "Flux' Kustomization apps keeps this job as Git has it",
    ],
    [
      {
        managedFields: [
          {
            manager: 'helm',
            fieldsV1: { 'f:spec': { 'f:job': { 'f:state': {} } } },
          },
        ],
      },
      'The chart has set spec.job.state; a change in the cluster',
    ],
  ])('is not changed in the cluster: %j', (metadata, sentence) => {
    const said = plan(suspended, marked(metadata));
    expect(said.refusal?.sentence).toContain(sentence);
    expect(said.steps).toEqual([]);
  });

  it('does not keep anybody from a savepoint', () => {
    const said = plan(
      { action: 'savepoint' },
      marked({ labels: { 'argocd.argoproj.io/instance': 'clicks' } }),
    );
    expect(said.refusal).toBeUndefined();
    expect(steps(said)).toEqual([
      'create FlinkStateSnapshot/web-count-k1',
      'wait web-count-k1 savepoint-completed',
    ]);
  });
});

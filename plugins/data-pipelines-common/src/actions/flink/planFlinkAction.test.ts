import { DAY, momentOf, runningJob, SUSPENDED } from '../__testUtils__/moment';
import { ActionPlan } from '../plan';
import { FlinkAction } from './FlinkAction';
import { FlinkMoment } from './FlinkMoment';
import { LiveFlinkJob } from './LiveFlinkJob';
import { planFlinkAction } from './planFlinkAction';

const KNOWN = 's3://acme/web/count/savepoints/savepoint-1a';

function restore(
  change: Partial<Extract<FlinkAction, { action: 'restore' }>> = {},
): FlinkAction {
  return {
    action: 'restore',
    path: KNOWN,
    savepointFirst: true,
    allowNonRestoredState: false,
    ...change,
  };
}

function plan(
  action: FlinkAction,
  job: LiveFlinkJob = runningJob(),
  change?: Partial<FlinkMoment>,
) {
  return planFlinkAction(action, momentOf(job, change));
}

function steps({ steps: all }: ActionPlan) {
  return all.map(step => {
    if (step.do === 'create') {
      return `create ${step.object.kind}/${step.object.metadata.name}`;
    }
    if (step.do === 'copy') return 'copy';
    return step.do === 'patch'
      ? `patch ${step.target.name} ${JSON.stringify(
          'spec' in step.patch && step.patch.spec,
        )}`
      : `wait ${step.target.name} ${step.until}`;
  });
}

const traps = ({ traps: all }: ActionPlan) =>
  all.map(({ id, weight }) => `${weight} ${id}`);

describe('savepoint', () => {
  it('is an object of its own that keeps its data', () => {
    const [step] = plan({ action: 'savepoint' }).steps;
    expect(step).toEqual({
      do: 'create',
      cluster: 'lake',
      object: {
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkStateSnapshot',
        metadata: {
          name: 'web-count-k1',
          namespace: 'web',
          labels: { 'headworks.dev/pipeline': 'web' },
          annotations: { 'headworks.dev/requested-by': 'user:default/ana' },
        },
        spec: {
          jobReference: { kind: 'FlinkDeployment', name: 'web-count' },
          savepoint: { disposeOnDelete: false },
          backoffLimit: 3,
        },
      },
    });
  });

  it('has the name, the folder and the format that somebody wants', () => {
    const planned = plan({
      action: 'savepoint',
      name: 'before-black-friday',
      folder: 's3://acme/kept/',
      format: 'native',
    });
    expect(planned.steps[0]).toMatchObject({
      object: {
        metadata: { name: 'before-black-friday' },
        spec: {
          savepoint: {
            disposeOnDelete: false,
            path: 's3://acme/kept/',
            formatType: 'NATIVE',
          },
        },
      },
    });
    expect(planned.steps[1]).toMatchObject({
      target: { name: 'before-black-friday' },
      until: 'savepoint-completed',
    });
    expect(planned.effects).toContain(
      'The Flink operator writes the savepoint below s3://acme/kept/.',
    );
    expect(planned.effects.join(' ')).toContain('only the state backend');
    expect(traps(planned)).toEqual(['note other-folder']);
  });

  it.each([
    ['s3://acme/web/count/savepoints', {}, []],
    ['s3://acme/web/count/savepoints/kept', {}, []],
    ['s3://acme/web/count/savepoints-2', {}, ['note other-folder']],
    [undefined, { flinkConfiguration: {} }, ['note no-folder']],
    [undefined, {}, []],
  ])('to the folder %s, of a job with %j, minds %j', (folder, spec, minds) => {
    expect(
      traps(plan({ action: 'savepoint', folder }, runningJob({ spec }))),
    ).toEqual(minds);
  });

  it.each([
    [{ folder: 'kept' }, 'does not begin with a scheme', 's3://bucket/job'],
    [{ name: 'Before' }, 'none that Kubernetes takes', '63 at most'],
    [{ name: 'a'.repeat(64) }, 'none that Kubernetes takes', '63 at most'],
    [{ name: 'there' }, 'There is a snapshot there already', 'another name'],
  ])('cannot be taken with %j', (wish, sentence, remedy) => {
    const { refusal } = planFlinkAction(
      { action: 'savepoint', ...wish },
      momentOf(runningJob(), {
        snapshots: [
          {
            name: 'there',
            type: 'savepoint',
            origin: 'user',
            state: 'completed',
            source: 'resource',
          },
        ],
      }),
    );
    expect(refusal?.sentence).toContain(sentence);
    expect(refusal?.remedy).toContain(remedy);
  });

  it('has a name that Kubernetes takes, however long the job is called', () => {
    const job = runningJob();
    const long = {
      ...job,
      metadata: { ...job.metadata, name: 'a'.repeat(63) },
    };
    const [step] = plan({ action: 'savepoint' }, long).steps;
    expect(step).toMatchObject({
      object: { metadata: { name: `${'a'.repeat(60)}-k1` } },
    });
  });

  it('needs a job that runs', () => {
    const refused = plan(
      { action: 'savepoint' },
      runningJob({ jobStatus: { state: 'RESTARTING' } }),
    );
    expect(refused.refusal).toEqual({
      sentence: 'A savepoint needs a running job; this one is restarting.',
      remedy: 'Wait until it runs.',
    });
    expect(refused.steps).toEqual([]);
    expect(
      plan({ action: 'savepoint' }, runningJob(SUSPENDED)).refusal,
    ).toEqual({
      sentence: 'A savepoint needs a running job; this one is suspended.',
      remedy: 'Resume it.',
    });
  });
});

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

  it('warns that a job that does not run leaves a checkpoint only', () => {
    const said = plan(
      { action: 'suspend' },
      runningJob({ jobStatus: { state: 'RESTARTING' } }),
    );
    expect(said.effects[0]).toMatch(/last checkpoint/);
    expect(traps(said)).toEqual(['acknowledge checkpoint-instead']);
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

describe('restore', () => {
  it('takes a savepoint first, and tells the operator what it needs to act', () => {
    const said = plan(restore());
    expect(steps(said)).toEqual([
      'create FlinkStateSnapshot/web-count-k1',
      'wait web-count-k1 savepoint-completed',
      `patch web-count {"job":{"initialSavepointPath":"${KNOWN}","savepointRedeployNonce":1}}`,
      'wait web-count job-running',
    ]);
    expect(said.startsFrom).toEqual({
      kind: 'savepoint',
      path: KNOWN,
      sentence: 'The savepoint savepoint-1a.',
    });
    expect(said.traps).toEqual([]);
    expect(said.cannotUndo).toHaveLength(2);
  });

  it('raises the number each time', () => {
    const said = plan(
      restore(),
      runningJob({
        job: { upgradeMode: 'savepoint', savepointRedeployNonce: 3 },
      }),
    );
    expect(steps(said)[2]).toMatch(/"savepointRedeployNonce":4/);
  });

  it.each([
    ['without a savepoint', restore({ savepointFirst: false }), {}],
    [
      'of a job that does not run',
      restore(),
      { jobStatus: { state: 'RESTARTING' as const } },
    ],
  ])('%s asks to know it', (_, action, change) => {
    const said = plan(action, runningJob(change));
    expect(traps(said)).toEqual(['acknowledge no-savepoint-first']);
    expect(steps(said)).toHaveLength(2);
    expect(said.cannotUndo[0]).toMatch(/is lost/);
  });

  it('of a suspended job starts it', () => {
    const said = plan(restore(), runningJob(SUSPENDED));
    expect(said.effects[0]).toBe('The suspended job starts.');
    expect(steps(said)[0]).toMatch(
      /^patch web-count {"job":{"state":"running",/,
    );
    expect(said.traps).toEqual([]);
  });

  it('drops state only on purpose, and takes that back the next time', () => {
    const on = plan(restore({ allowNonRestoredState: true }));
    expect(traps(on)).toEqual(['acknowledge drops-state']);
    expect(steps(on)[2]).toMatch(/"allowNonRestoredState":true/);
    const off = plan(
      restore(),
      runningJob({
        job: { upgradeMode: 'savepoint', allowNonRestoredState: true },
      }),
    );
    expect(steps(off)[2]).toMatch(/"allowNonRestoredState":false/);
  });

  it('warns of records that are gone', () => {
    const said = plan(restore(), runningJob(), {
      reads: [{ name: 'clicks', retention: DAY }],
    });
    expect(traps(said)).toEqual(['acknowledge not-replayable']);
  });

  it('does not warn of a savepoint of its own that somebody put elsewhere', () => {
    const path = 's3://acme/kept/savepoint-2b';
    const planned = plan(restore({ path }), runningJob(), {
      snapshots: [
        {
          name: 'kept',
          type: 'savepoint',
          origin: 'user',
          state: 'completed',
          path,
          source: 'resource',
        },
      ],
    });
    expect(planned.traps).toEqual([]);
  });

  it("warns of another job's folder, also where only the beginning is alike", () => {
    for (const path of [
      's3://acme/web/other/savepoints/savepoint-2b',
      's3://acme/web/count/savepoints-old/savepoint-2b',
    ]) {
      expect(traps(plan(restore({ path })))).toEqual([
        'acknowledge other-folder',
      ]);
    }
  });

  it('is refused for a snapshot that is not complete', () => {
    const [snapshot] = momentOf(runningJob()).snapshots;
    const said = plan(restore(), runningJob(), {
      snapshots: [{ ...snapshot, state: 'failed' }],
    });
    expect(said.refusal?.sentence).toBe(
      'Snapshot savepoint-1a is failed; a job starts only from a completed one.',
    );
  });

  it.each([
    ['', /scheme/],
    ['/tmp/savepoint-1', /scheme/],
    ['http://acme/savepoint-1', /scheme/],
    ['data:text/plain,x', /scheme/],
    ['s3://', /scheme/],
    ['s3://a/../b', /".."/],
    ['s3://a/b c', /space/],
    ['s3://a/b\nc', /control/],
    [`s3://${'a'.repeat(2_000)}`, /too long/],
  ])('refuses the path %j', (path, expected) => {
    const said = plan(restore({ path }));
    expect(said.refusal?.sentence).toMatch(expected);
    expect(said.steps).toEqual([]);
  });

  it.each([
    's3://acme/x',
    's3a://acme/x',
    'gs://acme/x',
    'abfss://c@acme.dfs.core.windows.net/x',
    'hdfs://name:8020/x',
    'hdfs:///x',
    'file:/data/x',
    'file:///data/x',
  ])('takes the path %s', path => {
    expect(plan(restore({ path })).refusal).toBeUndefined();
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

import { FlinkStats } from '../../resources/flinkStats';
import { FlinkAction } from '../flink/FlinkAction';
import { postOf } from '../flinkRequest';
import { kubectlOf } from '../kubectl';
import { traps } from '../__testUtils__/plans';
import { DAY } from '../__testUtils__/moment';
import { valuesOfAction } from '../planJobAction';
import { LiveStandaloneJob } from './LiveStandaloneJob';
import { planStandaloneAction } from './planStandaloneAction';
import { StandaloneMoment } from './StandaloneMoment';

const JOB = '98ef5b6c87ccd066a8a7dfd1290e9288';
const NOW = new Date('2026-11-28T12:00:00Z');
const SAVEPOINT = 's3://acme/web/count/savepoints/savepoint-98ef5b-1a';
const CHECKPOINT = `s3://acme/web/count/checkpoints/${JOB}/chk-7`;

const RUNS: FlinkStats = { at: '2026-11-28T11:59:50Z', jobId: JOB };
const STOPPED: FlinkStats = {
  ...RUNS,
  ended: { state: 'FINISHED', at: '2026-11-28T11:00:00Z' },
  checkpoints: {
    completed: 7,
    failed: 0,
    inProgress: 0,
    failedInARow: 0,
    latestSavepoint: { at: '2026-11-28T10:59:50Z', size: 1, path: SAVEPOINT },
    latestCompleted: {
      id: 7,
      at: '2026-11-28T10:59:55Z',
      took: 1,
      size: 1,
      path: CHECKPOINT,
    },
  },
};
const FAILED: FlinkStats = { ...STOPPED, ended: { state: 'FAILED' } };

function momentOf(
  stats: FlinkStats | undefined,
  change: Partial<LiveStandaloneJob['spec']> = {},
): StandaloneMoment {
  return {
    engine: 'flink-standalone',
    cluster: 'lake',
    job: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: {
        name: 'web-count-jobmanager',
        namespace: 'web',
        generation: 4,
      },
      spec: { replicas: 1, ...change },
    },
    stats,
    snapshots: [],
    reads: [{ name: 'clicks', retention: 14 * DAY }],
    now: NOW,
    trigger: 'a'.repeat(32),
  };
}

const plan = (action: FlinkAction, moment = momentOf(RUNS)) =>
  planStandaloneAction(action, moment);
const values = (action: FlinkAction, moment: StandaloneMoment) =>
  valuesOfAction(action, 'count', moment);
const restore = (path: string) =>
  ({
    action: 'restore',
    path,
    savepointFirst: true,
    allowNonRestoredState: false,
  } as const);

it('has Flink itself take a savepoint, and waits for it', () => {
  const made = plan({ action: 'savepoint', format: 'native' });
  expect(made.steps).toMatchObject([
    {
      do: 'ask-flink',
      ask: {
        to: 'savepoint',
        service: 'web-count-rest',
        job: JOB,
        format: 'NATIVE',
      },
    },
    { do: 'await-flink', minutes: 30 },
  ]);
  expect(kubectlOf(made.steps)).toEqual([
    `kubectl create --raw '/api/v1/namespaces/web/services/web-count-rest:8081/proxy/jobs/${JOB}/savepoints' --filename - <<'END'
{"formatType":"NATIVE","triggerId":"${'a'.repeat(32)}","cancel-job":false}
END`,
    `until kubectl get --raw '/api/v1/namespaces/web/services/web-count-rest:8081/proxy/jobs/${JOB}/savepoints/${'a'.repeat(
      32,
    )}' | grep COMPLETED; do sleep 2; done`,
  ]);
});

it.each<[string, FlinkAction, RegExp]>([
  ['a name', { action: 'savepoint', name: 'kept' }, /no name of its own/],
  [
    'a folder of another kind',
    { action: 'savepoint', folder: 'C:\\kept' },
    /scheme/,
  ],
  ['a restart', { action: 'restart' }, /restarts nothing/],
  [
    'a deletion',
    { action: 'delete-snapshot', name: 'kept' },
    /nothing deletes the files/,
  ],
  ['a resume of what runs', { action: 'resume' }, /^It runs/],
])('refuses %s', (_, action, sentence) => {
  const { refusal, steps } = plan(action);
  expect(refusal?.sentence).toMatch(sentence);
  expect(refusal?.remedy).toMatch(/\.$/);
  expect(steps).toEqual([]);
});

it('stops with a savepoint; drained it is confirmed', () => {
  const stop = plan({ action: 'suspend' });
  expect(stop.steps[0]).toMatchObject({ ask: { to: 'stop' } });
  expect(traps(stop)).toEqual([]);
  const drained = plan({ action: 'suspend', drain: true });
  expect(drained.steps[0]).toMatchObject({ ask: { to: 'stop', drain: true } });
  expect(traps(drained)).toEqual(['acknowledge drains']);
  expect(kubectlOf(drained.steps)[0]).toContain('"drain":true');
});

it.each<[string, StandaloneMoment, string]>([
  ['has ended', momentOf(STOPPED), 'It does not run: it has ended.'],
  [
    'has no job',
    momentOf({ at: RUNS.at, joblessSince: RUNS.at }),
    'It does not run: it has ended.',
  ],
  [
    'is switched off',
    momentOf(RUNS, { replicas: 0 }),
    'It does not run: its values say suspended.',
  ],
  [
    'names a way to elsewhere as its job',
    momentOf({ ...RUNS, jobId: '../../../../secrets?' }),
    'Its Flink has not said of late whether the job runs.',
  ],
  ['says nothing', momentOf({ ...RUNS, error: 'No answer' }), 'No answer'],
  [
    'said something long ago',
    momentOf({ ...RUNS, at: '2026-11-28T11:00:00Z' }),
    'Its Flink has not said of late whether the job runs.',
  ],
])('asks nothing of a Flink that %s', (_, moment, sentence) => {
  for (const action of ['savepoint', 'suspend'] as const) {
    expect(plan({ action }, moment).refusal?.sentence).toBe(sentence);
  }
});

it('names the change of the values that has a stopped job go on', () => {
  const at = ['flink', 'jobs', 'count', 'startFrom', 'path'];
  const resume = { action: 'resume' } as const;
  expect(plan(resume, momentOf(STOPPED))).toMatchObject({
    steps: [],
    startsFrom: { path: SAVEPOINT },
    refusal: { remedy: expect.stringContaining('values file') },
  });
  expect(values(resume, momentOf(STOPPED))).toEqual([
    { path: at, value: SAVEPOINT },
  ]);
  // What failed keeps its checkpoints; what has finished does not.
  expect(values(resume, momentOf(FAILED))).toEqual([
    { path: at, value: CHECKPOINT },
  ]);
  expect(values(resume, momentOf(RUNS, { replicas: 0 }))).toEqual([
    { path: ['flink', 'jobs', 'count', 'suspended'], value: false },
  ]);
  expect(values(resume, momentOf(RUNS))).toEqual([]);
});

it('has a job start once more from where it started only with another nonce', () => {
  const args = ['standalone-job', '--fromSavepoint', SAVEPOINT, '--', 'one'];
  const template = { spec: { containers: [{ args }] } };
  expect(values(restore(SAVEPOINT), momentOf(FAILED, { template }))).toEqual([
    {
      path: ['flink', 'jobs', 'count', 'startFrom'],
      value: { path: SAVEPOINT, nonce: 4 },
    },
  ]);
});

it('has what a running job has done since kept before a restore', () => {
  const { refusal, steps } = plan(restore(SAVEPOINT));
  expect(steps).toEqual([]);
  expect(refusal?.remedy).toMatch(/^Suspend it first/);
  expect(plan(restore('elsewhere')).refusal?.sentence).toMatch(/scheme/);
});

it('asks for nothing with what is no id', () => {
  const request = {
    to: 'stop',
    service: 'web-count-rest',
    trigger: 'a'.repeat(32),
    format: 'CANONICAL',
  } as const;
  for (const job of ['', '../../pods', JOB.toUpperCase(), `${JOB}?`]) {
    expect(() => postOf('web', { ...request, job })).toThrow('no id of a job');
  }
});

import { SnapshotView } from '../../model/state';
import { momentOf, runningJob, SUSPENDED } from '../__testUtils__/moment';
import { steps, traps } from '../__testUtils__/plans';
import { planFlinkAction } from './planFlinkAction';

const FOLDER = 's3://acme/web/count/savepoints';

function snapshot(name: string, change: Partial<SnapshotView> = {}) {
  const view: SnapshotView = {
    name,
    uid: `uid-of-${name}`,
    type: 'savepoint',
    origin: 'user',
    state: 'completed',
    path: `${FOLDER}/savepoint-${name}`,
    source: 'resource',
  };
  return { ...view, ...change };
}

const plan = (
  name: string,
  snapshots: SnapshotView[],
  job = runningJob(),
): ReturnType<typeof planFlinkAction> =>
  planFlinkAction(
    { action: 'delete-snapshot', name },
    momentOf(job, { snapshots }),
  );

describe('delete-snapshot', () => {
  const two = [snapshot('old'), snapshot('new')];

  it('tells the object to take its files along, deletes it and waits', () => {
    const planned = plan('old', two);
    expect(steps(planned)).toEqual([
      'patch old {"savepoint":{"disposeOnDelete":true}}',
      'delete old uid-of-old',
      'wait old snapshot-deleted',
    ]);
    expect(planned.steps[0]).toMatchObject({ uid: 'uid-of-old' });
    expect(planned.effects[0]).toContain(`${FOLDER}/savepoint-old`);
  });

  it('is done only by who says to know that the files are gone then', () => {
    expect(traps(plan('old', two))).toEqual(['acknowledge deletes-data']);
  });

  it('warns of the last savepoint; one of the history does not count', () => {
    const gone = snapshot('new', { source: 'history', state: 'deleted' });
    const planned = plan('old', [snapshot('old'), gone]);
    expect(traps(planned)).toContain('acknowledge last-savepoint');
  });

  it.each([
    [{ job: { initialSavepointPath: `${FOLDER}/savepoint-old/` } }],
    [{ jobStatus: { upgradeSavepointPath: `${FOLDER}/savepoint-old` } }],
  ])('warns where the job started from it: %j', change => {
    const planned = plan('old', two, runningJob(change));
    expect(traps(planned)).toContain('acknowledge started-from');
  });

  it.each<[string, SnapshotView[], Parameters<typeof runningJob>[0], RegExp]>([
    ['it does not know', [], {}, /has no snapshot old/],
    [
      'Flink itself deletes',
      [snapshot('old', { type: 'checkpoint' })],
      {},
      /is a checkpoint/,
    ],
    [
      'no object stands for',
      [snapshot('old', { source: 'status', uid: undefined })],
      {},
      /No FlinkStateSnapshot stands for old/,
    ],
    [
      'is not complete',
      [snapshot('old', { state: 'in-progress' })],
      {},
      /old is in-progress/,
    ],
    [
      'no running job would delete',
      [snapshot('old')],
      SUSPENDED,
      /this one is finished/,
    ],
  ])('refuses what %s', (_, snapshots, change, sentence) => {
    const { refusal, steps: none } = plan('old', snapshots, runningJob(change));
    expect(refusal?.sentence).toMatch(sentence);
    expect(refusal?.remedy).toBeTruthy();
    expect(none).toEqual([]);
  });

  it('is no change of what Git has of the job', () => {
    const job = runningJob();
    const labels = { 'argocd.argoproj.io/instance': 'web' };
    const ofGit = { ...job, metadata: { ...job.metadata, labels } };
    expect(plan('old', two, ofGit).refusal).toBeUndefined();
  });
});

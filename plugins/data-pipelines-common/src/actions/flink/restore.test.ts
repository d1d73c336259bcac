import {
  DAY,
  FAILED,
  momentOf,
  runningJob,
  SUSPENDED,
} from '../__testUtils__/moment';
import { plan, steps, traps } from '../__testUtils__/plans';
import { FlinkAction } from './FlinkAction';

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

  it('of a job that has failed cancels nothing', () => {
    const said = plan(restore(), runningJob(FAILED));
    expect(said.effects[0]).toBe('The operator starts the job again.');
    expect(traps(said)).toEqual(['acknowledge no-savepoint-first']);
  });

  it('of a suspended job starts it', () => {
    const said = plan(restore(), runningJob(SUSPENDED));
    expect(said.effects[0]).toBe('The suspended job starts.');
    expect(said.cannotUndo.join(' ')).not.toMatch(/is lost/);
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

  it('warns of records that the brokers deleted, though the topic keeps all', () => {
    const said = plan(restore(), runningJob(), {
      reads: [
        {
          name: 'clicks',
          retention: -1,
          brokers: { since: '2999-01-01T00:00:00Z' },
        },
      ],
    });
    expect(traps(said)).toEqual(['acknowledge not-replayable']);
    expect(said.traps[0].sentence).toMatch(/^The brokers no longer have all/);
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

  it('warns of one that only the history knows', () => {
    const path = 's3://acme/web/count/savepoints/savepoint-0a';
    const [known] = momentOf(runningJob()).snapshots;
    const planned = plan(restore({ path }), runningJob(), {
      snapshots: [{ ...known, path, source: 'history' }],
    });
    expect(traps(planned)).toEqual(['acknowledge no-object']);
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

import { KeptStart } from './FlinkStart';
import { startViews } from './startViews';
import { startedEmpty } from '../health/flink-job/startedEmpty';

const DAY = '2026-11-28';

/** At a minute of an hour; deployed half a minute before. */
function start(
  minute: string,
  given: Partial<KeptStart> & { mode?: string; spec?: string } = {},
): KeptStart {
  const { mode = 'savepoint', spec = 'a', ...rest } = given;
  const at = `${DAY}T${minute}:30.000Z`;
  return {
    id: minute,
    run: minute.replace(':', ''),
    at,
    uid: 'u1',
    generation: Number(minute.replace(':', '')),
    wanted: 'savepoint',
    deployed: { at: `${DAY}T${minute}:00.000Z`, mode, spec },
    ...rest,
  };
}

const SAVEPOINT = 's3://state/savepoint-1';
const kept = { at: `${DAY}T08:40:00.000Z`, path: 's3://state/08/chk-9' };
const first = start('08:00', {
  kept,
  deployed: {
    at: `${DAY}T08:00:00.000Z`,
    mode: 'stateless',
    first: true,
    spec: 'a',
  },
});

const one = (...starts: KeptStart[]) => startViews(starts)[0];

describe('why a job started', () => {
  it('is its first deployment', () => {
    expect(one(first)).toMatchObject({
      from: 'nothing',
      saidBy: 'operator',
      why: 'first',
    });
    expect(one(first)).not.toHaveProperty('lost');
  });

  it.each<[string, KeptStart]>([
    ['upgrade', start('09:00', { spec: 'b', path: SAVEPOINT })],
    ['resume', start('09:00', { path: SAVEPOINT })],
    [
      'restart',
      start('09:00', {
        path: SAVEPOINT,
        deployed: {
          at: `${DAY}T09:00:00.000Z`,
          mode: 'savepoint',
          spec: 'a',
          restartNonce: 1,
        },
      }),
    ],
    [
      'restore',
      start('09:00', {
        path: SAVEPOINT,
        deployed: {
          at: `${DAY}T09:00:00.000Z`,
          mode: 'savepoint',
          spec: 'b',
          savepointRedeployNonce: 1,
        },
      }),
    ],
  ])('is %s', (why, next) => {
    expect(one(next, first)).toMatchObject({
      why,
      from: 'savepoint',
      path: SAVEPOINT,
      saidBy: 'operator',
    });
  });

  it('is a failover where the operator deployed nothing, and then only Flink knows', () => {
    const again = { ...first, id: 'x', at: `${DAY}T08:50:00.000Z` };
    expect(one(again, first)).toMatchObject({
      why: 'failover',
      from: 'unknown',
    });
    const path = 's3://state/0800/chk-9';
    expect(
      one(
        { ...again, flink: { nothing: false, isSavepoint: false, path } },
        first,
      ),
    ).toMatchObject({ from: 'checkpoint', path, saidBy: 'flink' });
  });

  it('is not known of a start long after its deployment that is seen alone', () => {
    expect(one({ ...first, at: `${DAY}T12:00:00.000Z` })).toMatchObject({
      why: 'unknown',
      from: 'unknown',
    });
  });
});

describe('what it took up', () => {
  it('is what Flink says, whatever the operator meant', () => {
    expect(
      one(start('09:00', { path: SAVEPOINT, flink: { nothing: true } }), first),
    ).toMatchObject({ from: 'nothing', saidBy: 'flink', lost: kept });
  });

  it('has no path after a last-state upgrade', () => {
    for (const path of [
      undefined,
      SAVEPOINT,
      'KUBERNETES_OPERATOR_LAST_STATE',
    ]) {
      const next = one(start('09:00', { mode: 'last-state', path }), first);
      expect(next.from).toBe('checkpoint');
      expect(next).not.toHaveProperty('path');
    }
  });

  it('is not known where a savepoint has no path', () => {
    expect(one(start('09:00'), first).from).toBe('unknown');
  });
});

describe('a start without state', () => {
  const empty = start('09:00', { mode: 'stateless', wanted: 'stateless' });

  it('is a loss where the mode was changed to stateless', () => {
    const views = startViews([empty, first]);
    expect(views[0]).toMatchObject({ lost: kept, isStateless: true });
    expect(startedEmpty(views)).toMatchObject({
      health: 'Degraded',
      reason: 'StartedEmpty',
      message: expect.stringContaining('last on 2026-11-28 at 08:40 UTC'),
      nextStep: expect.stringContaining(kept.path),
      since: empty.at,
    });
  });

  it('is none where the mode always was stateless', () => {
    const always = { ...first, wanted: undefined };
    const views = startViews([empty, always]);
    expect(views[0]).toMatchObject({ from: 'nothing', isStateless: true });
    expect(startedEmpty(views)).toBeUndefined();
  });

  it('is a loss where the object was removed and made again', () => {
    const again = {
      ...first,
      id: 'x',
      uid: 'u2',
      at: '2026-11-28T08:00:40.000Z',
    };
    const views = startViews([again, first]);
    expect(views[0]).toMatchObject({ why: 'installed-anew', lost: kept });
  });

  it('is none where nothing was kept before', () => {
    const young = { ...first, kept: undefined };
    expect(startedEmpty(startViews([empty, young]))).toBeUndefined();
  });

  it('is a loss where only a snapshot object tells of state', () => {
    const taken = {
      state: 'completed' as const,
      finishedAt: `${DAY}T08:30:00Z`,
      path: SAVEPOINT,
    };
    const young = { ...first, kept: undefined };
    expect(startViews([empty, young], () => [taken])[0].lost).toEqual({
      at: taken.finishedAt,
      path: SAVEPOINT,
    });
    const later = { ...taken, finishedAt: `${DAY}T09:30:00Z` };
    expect(startViews([empty, young], () => [later])[0]).not.toHaveProperty(
      'lost',
    );
  });

  it('stays one when the job goes on from what it made since', () => {
    const next = start('10:00', { path: SAVEPOINT, spec: 'c' });
    expect(startedEmpty(startViews([next, empty, first]))?.since).toBe(
      empty.at,
    );
  });

  it('ends when somebody restores the job', () => {
    const restored = start('10:00', {
      path: SAVEPOINT,
      deployed: {
        at: `${DAY}T10:00:00.000Z`,
        mode: 'savepoint',
        spec: 'a',
        savepointRedeployNonce: 1,
      },
    });
    expect(startedEmpty(startViews([restored, empty, first]))).toBeUndefined();
  });

  it('ends when somebody acknowledges it, and is no loss of the next one', () => {
    const acknowledged = {
      by: 'user:default/ada',
      at: `${DAY}T09:10:00.000Z`,
      reason: 'a new topic',
    };
    const known = { ...empty, acknowledged };
    expect(startedEmpty(startViews([known, first]))).toBeUndefined();
    const next = start('10:00', { mode: 'stateless' });
    expect(startedEmpty(startViews([next, known, first]))).toBeUndefined();
    const lost = { at: `${DAY}T09:40:00.000Z` };
    expect(startViews([next, { ...known, kept: lost }, first])[0].lost).toEqual(
      lost,
    );
  });
});

import { Checkpoint } from './checkpoint';
import { checkpointTrend } from './trend';

const NOW = new Date('2026-11-28T12:00:00Z');
const MINUTE = 60_000;

/** One a minute, newest first. */
function made(
  count: number,
  of: (i: number) => Partial<Checkpoint> = () => ({}),
): Checkpoint[] {
  return Array.from({ length: count }, (_, i) => ({
    id: count - i,
    isSavepoint: false,
    state: 'completed' as const,
    startedAt: new Date(NOW.getTime() - (i + 1) * MINUTE).toISOString(),
    took: 1_200,
    size: 14 * 1024 ** 2,
    ...of(i),
  }));
}

const failed = { state: 'failed', took: undefined, size: undefined } as const;
const say = (
  checkpoints: Checkpoint[],
  interval: number | undefined = MINUTE,
) => checkpointTrend(checkpoints, interval, NOW)?.sentence;

describe('checkpointTrend', () => {
  it('says how they usually are', () => {
    expect(checkpointTrend(made(10), MINUTE, NOW)).toEqual({
      isGood: true,
      sentence:
        'Checkpoints are made as they should be: about 1.2 s and 14 MiB each',
    });
  });

  it('says nothing before there is one', () => {
    expect(say([])).toBeUndefined();
    expect(say(made(1, () => ({ ...failed, state: 'in-progress' })))).toBe(
      undefined,
    );
  });

  it('says that they are switched off', () => {
    expect(checkpointTrend([], undefined, NOW)?.sentence).toBe(
      'Checkpoints are switched off: what the job remembers is lost when it fails',
    );
  });

  it('says how many failed in a row, why, and how old the last good one is', () => {
    const message = 'Checkpoint expired before completing.';
    expect(say(made(10, i => (i < 3 ? { ...failed, message } : {})))).toBe(
      'The last 3 checkpoints failed, and the last good one began 4 min ago: Checkpoint expired before completing.',
    );
    expect(say(made(10, i => (i === 0 ? failed : {})))).toBe(
      'The last checkpoint failed, and the last good one began 2 min ago',
    );
    expect(say(made(2, () => failed))).toBe(
      'The last 2 checkpoints failed, and Flink remembers no good one',
    );
    expect(say(made(10, i => (i === 4 ? failed : {})))).toMatch(
      /as they should/,
    );
  });

  it('does not blame those that a restart gave up', () => {
    const givenUp = { ...failed, state: 'given-up' as const };
    expect(say(made(10, i => (i < 3 ? givenUp : {})))).toMatch(
      /as they should/,
    );
  });

  it('says that one hangs, not that one is under way', () => {
    const running = (seconds: number) =>
      made(10, i =>
        i === 0
          ? {
              ...failed,
              state: 'in-progress',
              startedAt: new Date(NOW.getTime() - seconds * 1000).toISOString(),
            }
          : {},
      );
    expect(say(running(3))).toMatch(/as they should/);
    expect(say(running(45))).toBe(
      'The checkpoint that runs began 45 s ago, and one usually takes 1.2 s: a task does not get on, or is held back',
    );
  });

  it('says that the job does little else', () => {
    expect(
      say(
        made(10, () => ({ took: 9_000 })),
        10_000,
      ),
    ).toBe(
      'A checkpoint takes 9 s and one is due every 10 s: the job is hardly ever without one; make the interval longer',
    );
  });

  it('says that they take longer, or keep more, and not for a trifle', () => {
    expect(say(made(10, i => ({ took: i < 5 ? 9_000 : 2_000 })))).toBe(
      'Checkpoints take longer: 2 s before, 9 s now',
    );
    expect(say(made(10, i => ({ took: i < 5 ? 40 : 10 })))).toMatch(
      /as they should/,
    );
    expect(say(made(10, i => ({ size: (i < 5 ? 30 : 10) * 1024 ** 2 })))).toBe(
      'The state grows: 10 MiB before, 30 MiB now, within 10 min',
    );
    expect(say(made(10, i => ({ size: i < 5 ? 3_000 : 100 })))).toMatch(
      /about 1.2 s and 2.9 KiB each/,
    );
  });

  it('leaves savepoints out', () => {
    const savepoint = { isSavepoint: true, took: 500_000 };
    expect(say(made(12, i => (i < 5 ? savepoint : {})))).toMatch(/about 1.2 s/);
  });
});

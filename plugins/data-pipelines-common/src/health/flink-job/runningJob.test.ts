import { ObjectIndex } from '../../objects/ObjectIndex';
import { FlinkStats } from '../../resources/flinkStats';
import { runningJob } from './runningJob';

const NOW = new Date('2026-11-23T09:00:00Z');
const JOB = 'ae6a9640609ad6239d4daf06044ef25e';

type Checkpoints = NonNullable<FlinkStats['checkpoints']>;

const counts = { completed: 9, failed: 0, inProgress: 0, failedInARow: 0 };

function last(at: string): Checkpoints['latestCompleted'] {
  return { id: 9, at, took: 500, size: 1000 };
}

function ask(
  stats: Partial<FlinkStats>,
  state: 'RUNNING' | 'RESTARTING' = 'RUNNING',
) {
  return runningJob({
    status: { jobStatus: { state, jobId: JOB } },
    stats: { at: '2026-11-23T08:59:40Z', jobId: JOB, ...stats },
    events: [],
    moment: { source: new ObjectIndex(), now: NOW },
  });
}

describe('runningJob', () => {
  it('is healthy while checkpoints are made, and when none are wanted', () => {
    const checkpoints = {
      ...counts,
      interval: 60_000,
      latestCompleted: last('2026-11-23T08:58:00Z'),
    };
    expect(ask({ checkpoints }).reason).toBe('Running');
    expect(ask({ checkpoints: counts }).reason).toBe('Running');
  });

  it('is not when none was made for three intervals', () => {
    const checkpoints = {
      ...counts,
      interval: 60_000,
      latestCompleted: last('2026-11-23T08:55:00Z'),
    };
    expect(ask({ checkpoints })).toMatchObject({
      health: 'Degraded',
      reason: 'NoCheckpoint',
      message:
        'The job runs, but has made no checkpoint for 5 minutes; it should make one every 60 seconds',
      since: '2026-11-23T08:55:00Z',
    });
    // A job that has just been restored has all of its intervals before it.
    const startedAt = '2026-11-23T08:58:30Z';
    expect(ask({ checkpoints, startedAt }).reason).toBe('Running');
  });

  it('takes nothing from Flink that is stale, of another job, or an error', () => {
    const checkpoints = { ...counts, failedInARow: 5 };
    expect(ask({ checkpoints }).reason).toBe('CheckpointsFail');
    const old = { checkpoints, at: '2026-11-23T08:55:00Z' };
    expect(ask(old).reason).toBe('Running');
    expect(ask({ checkpoints, jobId: 'other' }).reason).toBe('Running');
    expect(ask({ checkpoints, error: 'timeout' }).reason).toBe('Running');
  });

  it('sees that Flink restarts the job from within', () => {
    const exception = {
      at: '2026-11-23T08:59:00Z',
      message: 'java.lang.OutOfMemoryError: Java heap space',
    };
    expect(ask({ restarts: 4, exception })).toMatchObject({
      reason: 'RestartLoop',
      message: 'The job fails and restarts again and again: Java heap space',
      nextStep: expect.stringContaining('more memory'),
    });
    expect(
      ask({
        restarts: 4,
        exception: { ...exception, at: '2026-11-23T08:00:00Z' },
      }).reason,
    ).toBe('Running');
    expect(ask({ exception }, 'RESTARTING').message).toBe(
      'The job failed and restarts: Java heap space',
    );
  });
});

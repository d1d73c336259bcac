import {
  ScheduledSparkApplication,
  SparkApplication,
  SparkState,
} from '../../resources/spark';
import { ago, around, metadata } from '../__testUtils__/around';
import { scheduledSparkApplicationRule } from './rule';

const NEXT = '2026-11-23T09:30:00Z';

function schedule(
  status: ScheduledSparkApplication['status'],
  spec: Partial<ScheduledSparkApplication['spec']> = {},
): ScheduledSparkApplication {
  return {
    kind: 'ScheduledSparkApplication',
    metadata: metadata('nightly'),
    spec: { schedule: '30 * * * *', concurrencyPolicy: 'Forbid', ...spec },
    status: { scheduleState: 'Scheduled', nextRun: NEXT, ...status },
  };
}

const LAST = { lastRun: ago(1800), lastRunName: 'nightly-1' };

function run(state: SparkState): SparkApplication {
  return {
    kind: 'SparkApplication',
    metadata: metadata('nightly-1'),
    spec: {},
    status: {
      lastSubmissionAttemptTime: ago(1800),
      executorState: { a: 'RUNNING' },
      applicationState: {
        state,
        errorMessage: 'driver container failed with ExitCode: 1, Reason: Error',
      },
    },
  };
}

const withRun = (state: SparkState) =>
  around({ 'sparkapplications.sparkoperator.k8s.io': [run(state)] });

describe('scheduledSparkApplicationRule', () => {
  it('stays healthy while a run works, and after it', () => {
    expect(
      scheduledSparkApplicationRule(schedule(LAST), withRun('RUNNING')),
    ).toMatchObject({
      health: 'Healthy',
      reason: 'RunActive',
      message: 'A run is under way: the application runs',
    });
    expect(
      scheduledSparkApplicationRule(schedule(LAST), withRun('COMPLETED')),
    ).toMatchObject({
      health: 'Healthy',
      message: 'The last run succeeded',
    });
  });

  it('is as bad as its last run', () => {
    expect(
      scheduledSparkApplicationRule(schedule(LAST), withRun('FAILED')),
    ).toMatchObject({
      health: 'Degraded',
      reason: 'DriverFailed',
      message:
        'Last run: the driver failed with exit code 1: the application ended with an error',
    });
  });

  it.each([
    ['pastFailedRunNames', 'Degraded', 'LastRunFailed'],
    ['pastSuccessfulRunNames', 'Healthy', 'Completed'],
  ])('remembers a run that is deleted by %s', (list, health, reason) => {
    expect(
      scheduledSparkApplicationRule(
        schedule({ ...LAST, [list]: ['nightly-1'] }),
        around(),
      ),
    ).toMatchObject({ health, reason });
  });

  it('admits that it does not know how a deleted run ended', () => {
    expect(
      scheduledSparkApplicationRule(schedule(LAST), around()),
    ).toMatchObject({ health: 'Healthy', reason: 'LastRunGone' });
  });

  it('misses a run that does not begin, unless the one before still works', () => {
    const late = schedule({ ...LAST, nextRun: ago(121) });
    expect(
      scheduledSparkApplicationRule(late, withRun('COMPLETED')),
    ).toMatchObject({
      health: 'Degraded',
      reason: 'RunMissed',
      message: 'The planned run has not started',
      since: ago(121),
    });
    expect(
      scheduledSparkApplicationRule(late, withRun('RUNNING')),
    ).toMatchObject({ health: 'Healthy', reason: 'RunOverlaps' });
    const soon = schedule({ ...LAST, nextRun: ago(119) });
    expect(
      scheduledSparkApplicationRule(soon, withRun('COMPLETED')),
    ).toMatchObject({ health: 'Healthy' });
  });

  it('is suspended on request, whatever the last run did', () => {
    expect(
      scheduledSparkApplicationRule(
        schedule(LAST, { suspend: true }),
        withRun('FAILED'),
      ),
    ).toMatchObject({ health: 'Suspended' });
  });

  it('says which schedule is refused, and why', () => {
    expect(
      scheduledSparkApplicationRule(
        schedule(
          { scheduleState: 'FailedValidation', reason: 'no such minute' },
          { schedule: '61 * * * *' },
        ),
        around(),
      ),
    ).toMatchObject({
      health: 'Degraded',
      message: 'The schedule "61 * * * *" is not accepted: no such minute',
    });
  });
});

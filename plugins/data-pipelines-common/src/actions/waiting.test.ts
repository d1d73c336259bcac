import { waitedFor } from './waiting';

describe('waitedFor', () => {
  it.each([
    [{}, 'waiting'],
    [{ state: 'TRIGGER_PENDING' }, 'waiting'],
    [{ state: 'IN_PROGRESS' }, 'waiting'],
    [{ state: 'COMPLETED', path: 's3://a' }, 'reached'],
    [{ state: 'FAILED', error: 'denied' }, 'failed'],
    [{ state: 'ABANDONED' }, 'failed'],
  ])('a savepoint with %j is %s', (status, expected) => {
    expect(
      waitedFor('savepoint-completed', { metadata: {}, status }).state,
    ).toBe(expected);
  });

  it('tells a failed savepoint in words, not in the JSON of an exception', () => {
    const error = JSON.stringify({
      type: 'org.apache.flink.kubernetes.operator.exception.ReconciliationException',
      message:
        'java.util.concurrent.CompletionException: org.apache.flink.runtime.checkpoint.CheckpointException: IO-problem detected.',
    });
    const status = { state: 'FAILED', error };
    expect(waitedFor('savepoint-completed', { metadata: {}, status })).toEqual({
      state: 'failed',
      sentence: 'The savepoint failed: IO-problem detected.',
    });
  });

  const suspended = { lifecycleState: 'SUSPENDED', observedGeneration: 2 };
  const failed = {
    lifecycleState: 'FAILED',
    observedGeneration: 2,
    jobStatus: { state: 'FAILED' },
  };
  const stable = {
    lifecycleState: 'STABLE',
    observedGeneration: 2,
    jobStatus: { state: 'RUNNING' },
  };

  it.each([
    ['job-suspended', suspended, 2, 'reached'],
    ['job-suspended', stable, 2, 'waiting'],
    ['job-running', stable, 2, 'reached'],
    // What stands there is of the spec before.
    ['job-running', stable, 3, 'waiting'],
    ['job-suspended', suspended, 3, 'waiting'],
    // After a restore the operator says STABLE all the way.
    [
      'job-running',
      { ...stable, jobStatus: { state: 'RECONCILING' } },
      2,
      'waiting',
    ],
    // A refused spec is never observed.
    ['job-running', { lifecycleState: 'FAILED' }, 3, 'failed'],
    ['job-running', failed, 3, 'waiting'],
    ['job-running', failed, 2, 'failed'],
    ['job-running', undefined, 1, 'waiting'],
  ] as const)(
    '%s, %j, generation %s: %s',
    (until, status, generation, expected) => {
      expect(waitedFor(until, { metadata: { generation }, status }).state).toBe(
        expected,
      );
    },
  );

  it('says what the operator could not do, where it has not taken a change up', () => {
    const error = JSON.stringify({
      type: 'org.apache.flink.kubernetes.operator.exception.UpgradeFailureException',
      message: 'Savepoint Error',
    });
    expect(
      waitedFor('job-suspended', {
        metadata: { generation: 3 },
        status: { ...stable, error },
      }),
    ).toEqual({
      state: 'waiting',
      sentence:
        'The Flink operator tries it again and again, and cannot: Savepoint Error',
    });
  });

  it('says nothing of the error that a job had failed with before', () => {
    expect(
      waitedFor('job-running', {
        metadata: { generation: 3 },
        status: { ...failed, error: 'No space left on device' },
      }).sentence,
    ).toBe('The Flink operator has not taken the change up yet.');
  });

  it('takes a job for stopped that its operator has cancelled and forgotten', () => {
    expect(
      waitedFor('job-suspended', {
        metadata: { generation: 8 },
        spec: { job: { state: 'suspended' } },
        status: {
          ...{ lifecycleState: 'UPGRADING', observedGeneration: 7 },
          jobStatus: { state: 'CANCELED' },
        },
      }),
    ).toEqual({ state: 'reached' });
  });

  it('does not wait for the end of a job that was told to run again', () => {
    const waited = (state: string | undefined) =>
      waitedFor('job-suspended', {
        metadata: { generation: 3 },
        spec: { job: { state } },
        status: stable,
      }).state;
    expect(waited('suspended')).toBe('waiting');
    expect(waited('running')).toBe('failed');
    expect(waited(undefined)).toBe('failed');
  });

  it.each([
    ['RUNNING', 'reached'],
    ['RESTARTING', 'waiting'],
    [undefined, 'waiting'],
    ['FINISHED', 'failed'],
  ])('a savepoint of a job that is %s is %s', (state, expected) => {
    expect(
      waitedFor('savepoint-possible', {
        metadata: {},
        status: { jobStatus: { state } },
      }).state,
    ).toBe(expected);
  });
});

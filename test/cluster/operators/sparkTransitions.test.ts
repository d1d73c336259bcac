import { FAIL } from './flinkTransitions';
import { SparkApplication, sparkStep, SparkStep } from './sparkTransitions';

/** Runs the simulation on a clock of its own: what happened at which second. */
function play(fail?: string, change?: (application: SparkApplication) => void) {
  const application: SparkApplication = {
    apiVersion: 'sparkoperator.k8s.io/v1beta2',
    kind: 'SparkApplication',
    metadata: {
      name: 'report',
      namespace: 'data',
      annotations: fail ? { [FAIL]: fail } : {},
    },
    spec: { restartPolicy: { type: 'Never' } },
  };
  change?.(application);
  const moments: Array<[second: number, state: string, executor: string]> = [];
  const pods: Array<SparkStep['driver']> = [];
  let now = 0;
  for (let steps = 0; steps < 60; steps++) {
    const step = sparkStep({ application, now, speed: 1, newId: 'c' });
    if (!step) break;
    if (step.driver && step.driver !== pods.at(-1)) pods.push(step.driver);
    application.status = {
      ...application.status,
      ...step.status,
      applicationState: {
        ...application.status?.applicationState,
        ...step.status?.applicationState,
      },
    };
    const { applicationState, executorState } = application.status;
    const moment: (typeof moments)[0] = [
      Math.round(now / 1000),
      applicationState?.state ?? '',
      Object.values(executorState ?? {}).join(),
    ];
    const last = moments.at(-1);
    if (last?.[1] !== moment[1] || last[2] !== moment[2]) moments.push(moment);
    if (!step.status && step.again === undefined) break;
    now += step.again ?? 0;
  }
  return { moments, pods, application };
}

describe('sparkStep', () => {
  it('completes as report-ok was recorded, to a second or two', () => {
    // Seconds after lastSubmissionAttemptTime.
    expect(play().moments).toEqual([
      [0, 'SUBMITTED', ''],
      [15, 'RUNNING', ''],
      [40, 'RUNNING', 'PENDING'],
      [42, 'RUNNING', 'RUNNING'],
      [56, 'RUNNING', 'COMPLETED'],
      [59, 'SUCCEEDING', 'COMPLETED'],
      [59, 'COMPLETED', 'COMPLETED'],
    ]);
  });

  it.each(['', 'SUBMITTED', 'PENDING_RERUN', 'FAILING'])(
    'is suspended from state "%s", as what has not ended is',
    state => {
      const { moments, pods } = play(undefined, application => {
        application.spec.suspend = true;
        application.status = { applicationState: { state } };
      });
      expect(moments.map(([, of]) => of)).toEqual(['SUSPENDING', 'SUSPENDED']);
      expect(pods).toEqual(['gone']);
    },
  );

  it('is not suspended any more when it has ended', () => {
    const { moments } = play(undefined, application => {
      application.spec.suspend = true;
      application.status = { applicationState: { state: 'COMPLETED' } };
    });
    expect(moments).toEqual([]);
  });

  it('fails as report-bad-class was recorded', () => {
    const { moments, pods, application } = play('driver');
    expect(moments.map(([, state]) => state)).toEqual([
      'SUBMITTED',
      'RUNNING',
      'FAILING',
      'FAILED',
    ]);
    expect(pods).toEqual(['pending', 'running', 'failed']);
    expect(application.status?.applicationState?.errorMessage).toBe(
      'driver container failed with ExitCode: 101, Reason: Error',
    );
  });

  it('tries again as report-retries was recorded: twice, then no more', () => {
    const { moments, application } = play('driver', ({ spec }) => {
      spec.restartPolicy = { type: 'OnFailure', onFailureRetries: 2 };
    });
    const states = moments.map(([, state]) => state);
    expect(states.filter(state => state === 'PENDING_RERUN')).toHaveLength(2);
    expect(states.filter(state => state === 'SUBMITTED')).toHaveLength(3);
    expect(states.at(-1)).toBe('FAILED');
    expect(application.status?.executionAttempts).toBe(3);
  });

  it('waits for executors for ever where no node takes them', () => {
    expect(play('executors').moments.at(-1)).toEqual([
      40,
      'RUNNING',
      'PENDING',
    ]);
  });

  it('suspends and resumes as report-suspended was recorded, as a new attempt', () => {
    const { moments, pods, application } = play(undefined, running => {
      running.spec.suspend = true;
      running.status = {
        applicationState: { state: 'RUNNING' },
        executionAttempts: 1,
        lastSubmissionAttemptTime: new Date(0).toISOString(),
      };
    });
    expect(moments.map(([, state]) => state)).toEqual([
      'SUSPENDING',
      'SUSPENDED',
    ]);
    expect(pods).toEqual(['gone']);
    application.spec.suspend = false;
    const step = (now: number) =>
      sparkStep({ application, now, speed: 1, newId: 'd' });
    expect(step(30_000)?.status?.applicationState?.state).toBe('RESUMING');
    application.status!.applicationState = { state: 'RESUMING' };
    expect(step(30_000)?.status).toMatchObject({
      applicationState: { state: 'SUBMITTED' },
      executionAttempts: 2,
    });
  });
});

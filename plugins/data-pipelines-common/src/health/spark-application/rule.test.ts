import { SparkApplication, SparkState } from '../../resources/spark';
import {
  ago,
  around,
  metadata,
  sparkPod,
  UNSCHEDULABLE,
} from '../__testUtils__/around';
import { sparkApplicationRule } from './rule';

const MINE = {
  'sparkoperator.k8s.io/app-name': 'report',
  'spark-app-selector': 'spark-1',
};
const RUNS = { phase: 'Running', container: { running: {} } };

function application(
  state: SparkState,
  status: SparkApplication['status'] = {},
  spec: SparkApplication['spec'] = { executor: { instances: 2 } },
): SparkApplication {
  return {
    kind: 'SparkApplication',
    metadata: metadata('report'),
    spec,
    status: {
      lastSubmissionAttemptTime: ago(50),
      executionAttempts: 1,
      ...status,
      applicationState: { state, ...status?.applicationState },
    },
  };
}

const driver = (status: Parameters<typeof sparkPod>[3]) =>
  sparkPod('report-driver', 'driver', MINE, status);
const executor = (name: string, status: Parameters<typeof sparkPod>[3]) =>
  sparkPod(name, 'executor', MINE, status);

describe('sparkApplicationRule', () => {
  it('says why a submitted driver does not start: its image, its node', () => {
    const image = driver({
      phase: 'Pending',
      container: {
        waiting: { reason: 'ImagePullBackOff', message: 'no such tag' },
      },
    });
    expect(
      sparkApplicationRule(application('SUBMITTED'), around({ pods: [image] })),
    ).toMatchObject({ health: 'Degraded', reason: 'ImagePullBackOff' });
    expect(
      sparkApplicationRule(
        application('SUBMITTED'),
        around({ pods: [driver(UNSCHEDULABLE)] }),
      ),
    ).toMatchObject({
      health: 'Degraded',
      reason: 'Unschedulable',
      message: expect.stringContaining('3 Insufficient cpu'),
      since: ago(40),
    });
  });

  it('misses a driver that was submitted and is not there', () => {
    const at = (seconds: number) =>
      sparkApplicationRule(
        application('SUBMITTED', { lastSubmissionAttemptTime: ago(seconds) }),
        around(),
      );
    expect(at(50)).toMatchObject({ reason: 'DriverStarting' });
    expect(at(70)).toMatchObject({
      health: 'Degraded',
      reason: 'DriverMissing',
    });
  });

  it('says what executors wait for, in the scheduler’s words', () => {
    const report = sparkApplicationRule(
      application('RUNNING', { executorState: { a: 'RUNNING', b: 'PENDING' } }),
      around({
        pods: [driver(RUNS), executor('a', RUNS), executor('b', UNSCHEDULABLE)],
      }),
    );
    expect(report).toMatchObject({
      health: 'Degraded',
      reason: 'Unschedulable',
      message:
        'The driver runs and has 1 of its 2 executors: pod b finds no node: 0/3 nodes are available: 3 Insufficient cpu',
    });
  });

  it('ignores executors of an earlier attempt', () => {
    const old = sparkPod(
      'old',
      'executor',
      { ...MINE, 'spark-app-selector': 'spark-0' },
      UNSCHEDULABLE,
    );
    expect(
      sparkApplicationRule(
        application('RUNNING', { executorState: { a: 'PENDING' } }),
        around({ pods: [driver(RUNS), old] }),
      ),
    ).toMatchObject({ health: 'Progressing', reason: 'WaitingForExecutors' });
  });

  it.each([
    ['all of them run', { a: 'RUNNING', b: 'RUNNING' }, 'Running'],
    ['they have done their work', { a: 'COMPLETED' }, 'Running'],
    ['some wait', { a: 'RUNNING', b: 'PENDING' }, 'WaitingForExecutors'],
    ['all failed', { a: 'FAILED', b: 'FAILED' }, 'ExecutorsFailing'],
  ] as const)('of executors: %s', (_, executorState, reason) => {
    expect(
      sparkApplicationRule(application('RUNNING', { executorState }), around()),
    ).toMatchObject({ reason });
  });

  it('runs out of patience after five minutes', () => {
    const waiting = (executorState: object) =>
      sparkApplicationRule(
        application('RUNNING', {
          lastSubmissionAttemptTime: ago(301),
          executorState: executorState as {},
        }),
        around(),
      );
    expect(waiting({})).toMatchObject({
      health: 'Degraded',
      reason: 'NoExecutors',
    });
    expect(waiting({ a: 'RUNNING', b: 'PENDING' })).toMatchObject({
      health: 'Degraded',
      reason: 'TooFewExecutors',
      message: 'The driver runs and has 1 of its 2 executors',
    });
  });

  it('is content with none where the allocation is dynamic', () => {
    expect(
      sparkApplicationRule(
        application('RUNNING', {}, { dynamicAllocation: { enabled: true } }),
        around(),
      ),
    ).toMatchObject({ health: 'Healthy' });
  });

  it('believes the driver’s pod before the operator has seen its end', () => {
    const ended = driver({
      phase: 'Running',
      container: {
        terminated: { exitCode: 137, reason: 'OOMKilled', finishedAt: ago(1) },
      },
    });
    expect(
      sparkApplicationRule(application('RUNNING'), around({ pods: [ended] })),
    ).toMatchObject({
      health: 'Degraded',
      reason: 'DriverOutOfMemory',
      nextStep:
        'Give the driver more memory or memoryOverhead. Read its log: kubectl logs -n data report-driver',
      since: ago(1),
    });
  });

  it('reads the operator’s words where the pod is gone, and says where the log is not', () => {
    const errorMessage =
      'driver container failed with ExitCode: 143, Reason: Error';
    const report = sparkApplicationRule(
      application('FAILED', {
        executionAttempts: 2,
        applicationState: { errorMessage },
      }),
      around(),
    );
    expect(report).toMatchObject({
      reason: 'DriverStopped',
      message:
        'The driver ended with exit code 143: it was stopped from outside: its pod was deleted or its node drained (attempt 2)',
    });
    expect(
      sparkApplicationRule(
        application('FAILED', {
          applicationState: { errorMessage: 'driver pod not found' },
        }),
        around(),
      ),
    ).toMatchObject({
      message: 'The driver failed: driver pod not found',
      nextStep: expect.stringContaining('Its pod is gone'),
    });
  });

  it('tells a retry after a failure from a run after a change', () => {
    const policy = {
      restartPolicy: { type: 'OnFailure', onFailureRetries: 2 },
    } as const;
    const rerun = (executionAttempts: number) =>
      sparkApplicationRule(
        application('PENDING_RERUN', { executionAttempts }, policy),
        around(),
      );
    expect(rerun(1)).toMatchObject({
      health: 'Degraded',
      reason: 'Retrying',
      message: 'Attempt 1 of 3 failed; the next one starts soon',
    });
    expect(rerun(0)).toMatchObject({
      health: 'Progressing',
      reason: 'PendingRerun',
    });
  });

  it('calls the third start within five minutes a loop', () => {
    const policy = { restartPolicy: { type: 'Always' } } as const;
    const started = (seconds: number) =>
      sparkApplicationRule(
        application(
          'RUNNING',
          {
            executionAttempts: 3,
            lastSubmissionAttemptTime: ago(seconds),
            executorState: { a: 'RUNNING' },
          },
          policy,
        ),
        around(),
      ).reason;
    expect(started(100)).toBe('RestartLoop');
    expect(started(301)).toBe('Running');
  });

  it('says what spark-submit was refused, without a Java class, and the remedy', () => {
    const errorMessage =
      'failed to run spark-submit: io.fabric8.kubernetes.client.KubernetesClientException: pods "report-driver" is forbidden: exceeded quota: small';
    expect(
      sparkApplicationRule(
        application('SUBMISSION_FAILED', {
          applicationState: { errorMessage },
        }),
        around(),
      ),
    ).toMatchObject({
      health: 'Degraded',
      message:
        'The application could not be submitted: failed to run spark-submit: KubernetesClientException: pods "report-driver" is forbidden: exceeded quota: small',
      nextStep: expect.stringContaining('quota'),
    });
  });

  it('names the time at which the operator deletes what is done', () => {
    expect(
      sparkApplicationRule(
        application(
          'COMPLETED',
          { terminationTime: '2026-11-23T08:59:00Z' },
          { timeToLiveSeconds: 3600 },
        ),
        around(),
      ).message,
    ).toBe(
      'The application has finished its work; it is deleted 1 h after its end',
    );
  });

  it('sees that somebody deletes the driver, or suspends the application', () => {
    const going = driver(RUNS);
    going.metadata.deletionTimestamp = ago(1);
    const moment = around({ pods: [going] });
    expect(sparkApplicationRule(application('RUNNING'), moment)).toMatchObject({
      reason: 'DriverStopping',
    });
    expect(
      sparkApplicationRule(
        application('RUNNING', {}, { suspend: true }),
        moment,
      ),
    ).toMatchObject({ reason: 'Suspending' });
  });
});

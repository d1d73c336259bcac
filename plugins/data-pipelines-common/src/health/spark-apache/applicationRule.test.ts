import {
  ApacheApplicationState,
  ApacheSparkApplication,
  ApacheSparkStateSummary,
} from '../../resources/sparkApache';
import {
  ago,
  around,
  metadata,
  sparkPod,
  UNSCHEDULABLE,
} from '../__testUtils__/around';
import { apacheSparkApplicationRule } from './applicationRule';

const MINE = {
  'spark.operator/spark-app-name': 'report',
  'spark-app-selector': 'spark-1',
};

function application(
  currentStateSummary: ApacheSparkStateSummary,
  state: ApacheApplicationState = {},
  rest: Partial<ApacheSparkApplication['status']> = {},
  tolerations: ApacheSparkApplication['spec']['applicationTolerations'] = {},
): ApacheSparkApplication {
  return {
    kind: 'SparkApplication',
    metadata: metadata('report'),
    spec: { applicationTolerations: tolerations },
    status: {
      currentState: {
        currentStateSummary,
        lastTransitionTime: ago(20),
        ...state,
      },
      ...rest,
    },
  };
}

describe('apacheSparkApplicationRule', () => {
  it.each<[ApacheSparkStateSummary, string, string]>([
    [
      'DriverRequested',
      'driver',
      'The driver is starting: pod d finds no node',
    ],
    [
      'DriverReady',
      'executor',
      'The driver runs and waits for its executors: pod d finds no node',
    ],
    [
      'ExecutorsStartTimedOut',
      'executor',
      'The executors did not start in time: pod d finds no node',
    ],
  ])('explains %s by a pod that is a(n) %s', (state, role, begins) => {
    const pod = sparkPod('d', role as 'driver', MINE, UNSCHEDULABLE);
    const report = apacheSparkApplicationRule(
      application(state),
      around({ pods: [pod] }),
    );
    expect(report).toMatchObject({
      health: 'Degraded',
      reason: 'Unschedulable',
      message: expect.stringMatching(`^${begins}`),
    });
  });

  it('looks behind what is only cleaned up', () => {
    const after = (last: ApacheSparkStateSummary) =>
      apacheSparkApplicationRule(
        application(
          'ResourceReleased',
          {},
          {
            stateTransitionHistory: {
              0: { currentStateSummary: 'Submitted' },
              9: { currentStateSummary: 'RunningHealthy' },
              10: { currentStateSummary: last, lastTransitionTime: ago(30) },
              11: { currentStateSummary: 'ResourceReleased' },
            },
          },
        ),
        around(),
      );
    expect(after('Succeeded')).toMatchObject({
      health: 'Healthy',
      since: ago(30),
    });
    expect(after('Failed')).toMatchObject({ health: 'Degraded' });
    expect(
      apacheSparkApplicationRule(application('ResourceReleased'), around()),
    ).toMatchObject({ health: 'Unknown', reason: 'EndUnknown' });
  });

  it('remembers how a driver ended whose pod is gone', () => {
    expect(
      apacheSparkApplicationRule(
        application('Failed', {
          lastObservedDriverStatus: {
            phase: 'Failed',
            containerStatuses: [
              {
                name: 'spark-kubernetes-driver',
                state: {
                  terminated: { exitCode: 137, reason: 'OOMKilled' },
                },
              },
            ],
          },
        }),
        around(),
      ),
    ).toMatchObject({ reason: 'DriverOutOfMemory', since: ago(20) });
  });

  it('tells a retry after a failure from a run that is repeated', () => {
    const restart = (restartPolicy: string) =>
      apacheSparkApplicationRule(
        application(
          'ScheduledToRestart',
          {},
          { currentAttemptSummary: { attemptInfo: { id: 2 } } },
          { restartConfig: { restartPolicy } },
        ),
        around(),
      );
    expect(restart('OnFailure')).toMatchObject({
      health: 'Degraded',
      message: 'Attempt 2 failed; the next one starts soon',
    });
    expect(restart('Always')).toMatchObject({ health: 'Progressing' });
  });

  it('says what was refused, without the stack trace', () => {
    expect(
      apacheSparkApplicationRule(
        application('SchedulingFailure', {
          message:
            'Failed to request driver from scheduler backend. StackTrace: java.lang.RuntimeException\n\tat a.b.C',
        }),
        around(),
      ).message,
    ).toBe(
      'The application could not be submitted: Failed to request driver from scheduler backend.',
    );
  });
});

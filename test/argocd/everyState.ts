import {
  FlinkJobState,
  FlinkLifecycleState,
  JobManagerDeploymentStatus,
  SparkState,
} from '@headworks/backstage-plugin-data-pipelines-common';

const LIFECYCLE: Record<FlinkLifecycleState, true> = {
  CREATED: true,
  SUSPENDED: true,
  UPGRADING: true,
  DEPLOYED: true,
  STABLE: true,
  ROLLING_BACK: true,
  ROLLED_BACK: true,
  FAILED: true,
  DELETING: true,
  DELETED: true,
};
const JOB: Record<FlinkJobState, true> = {
  CANCELED: true,
  CANCELLING: true,
  CREATED: true,
  FAILED: true,
  FAILING: true,
  FINISHED: true,
  INITIALIZING: true,
  RECONCILING: true,
  RESTARTING: true,
  RUNNING: true,
  SUSPENDED: true,
};
const JOBMANAGER: Record<JobManagerDeploymentStatus, true> = {
  READY: true,
  DEPLOYED_NOT_READY: true,
  DEPLOYING: true,
  MISSING: true,
  ERROR: true,
};
const SPARK: Record<SparkState, true> = {
  '': true,
  SUBMITTED: true,
  RUNNING: true,
  SUCCEEDING: true,
  COMPLETED: true,
  FAILING: true,
  FAILED: true,
  SUBMISSION_FAILED: true,
  PENDING_RERUN: true,
  INVALIDATING: true,
  SUSPENDING: true,
  SUSPENDED: true,
  RESUMING: true,
  UNKNOWN: true,
};

const metadata = { name: 'every', generation: 1 };
/** What the operator writes: a Java exception as JSON, with quotes and lines of its own. */
const error = JSON.stringify({
  type: 'org.example.SomeException',
  message: 'It says "no"\nin two lines \\ and a half',
  additionalMetadata: { message: 'not this one' },
});

/** Drivers that ended in each way, and executors in each number. */
function sparkEnds(): object[] {
  const codes = [1, 2, 50, 51, 52, 53, 55, 56, 101, 126, 127, 134, 137, 139];
  const ends = [...codes, 143].map(code => `ExitCode: ${code}, Reason: Error`);
  ends.push('ExitCode: 137, Reason: OOMKilled');
  return [
    ...ends.map(end => ({
      metadata,
      spec: {},
      status: {
        executionAttempts: 2,
        applicationState: {
          state: 'FAILED',
          errorMessage: `driver container failed with ${end}`,
        },
      },
    })),
    ...[['RUNNING'], ['RUNNING', 'PENDING'], ['FAILED'], ['UNKNOWN'], []].map(
      executors => ({
        metadata,
        spec: { executor: { instances: 2 } },
        status: {
          applicationState: { state: 'RUNNING' },
          executorState: Object.fromEntries(Object.entries(executors)),
        },
      }),
    ),
    {
      metadata,
      spec: { dynamicAllocation: { enabled: true } },
      status: { applicationState: { state: 'RUNNING' } },
    },
    {
      metadata,
      spec: { restartPolicy: { type: 'OnFailure', onFailureRetries: 2 } },
      status: {
        executionAttempts: 1,
        applicationState: { state: 'PENDING_RERUN' },
      },
    },
    {
      metadata,
      spec: { suspend: true },
      status: { applicationState: { state: 'RUNNING' } },
    },
  ];
}

/** Objects in each state that an operator's CRD has, and in one that it has not. */
export const EVERY_STATE: Record<string, object[]> = {
  'flink.apache.org_FlinkDeployment': [
    ...Object.keys(LIFECYCLE),
    'NEW',
  ].flatMap(lifecycleState =>
    Object.keys(JOBMANAGER).flatMap(jobManagerDeploymentStatus =>
      [...Object.keys(JOB), 'NEW'].map(state => ({
        metadata,
        spec: { job: {} },
        status: {
          observedGeneration: 1,
          lifecycleState,
          jobManagerDeploymentStatus,
          jobStatus: { state },
          error,
        },
      })),
    ),
  ),
  'sparkoperator.k8s.io_SparkApplication': [
    ...[...Object.keys(SPARK), 'NEW'].map(state => ({
      metadata,
      spec: {},
      status: { applicationState: { state, errorMessage: 'It says no' } },
    })),
    ...sparkEnds(),
  ],
  'sparkoperator.k8s.io_ScheduledSparkApplication': [
    { scheduleState: 'FailedValidation', reason: 'no such minute' },
    { scheduleState: 'Validating' },
    {},
  ].map(status => ({ metadata, spec: { schedule: '61 * * * *' }, status })),
};

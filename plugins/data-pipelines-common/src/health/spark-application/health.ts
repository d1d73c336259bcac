import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import { SparkApplication, SparkState } from '../../resources/spark';
import { podProblem } from '../podProblem';

const byState: Record<SparkState, HealthReport> = {
  '': {
    health: 'Progressing',
    reason: 'NotObserved',
    message: 'The Spark operator has not looked at the application yet',
    nextStep:
      'If this lasts, check that the operator runs and watches this namespace.',
  },
  SUBMITTED: {
    health: 'Progressing',
    reason: 'Submitted',
    message: 'The driver is starting',
  },
  RUNNING: {
    health: 'Healthy',
    reason: 'Running',
    message: 'The application runs',
  },
  SUCCEEDING: {
    health: 'Progressing',
    reason: 'Succeeding',
    message: 'The application has finished and is being cleaned up',
  },
  COMPLETED: {
    health: 'Healthy',
    reason: 'Completed',
    message: 'The application has finished its work',
  },
  FAILING: {
    health: 'Degraded',
    reason: 'Failing',
    message: 'The application has failed',
    nextStep: "Read the driver's log.",
  },
  FAILED: {
    health: 'Degraded',
    reason: 'Failed',
    message: 'The application has failed',
    nextStep: "Read the driver's log.",
  },
  SUBMISSION_FAILED: {
    health: 'Degraded',
    reason: 'SubmissionFailed',
    message: 'The application could not be submitted',
    nextStep: 'Correct what the message names, then upgrade the release.',
  },
  PENDING_RERUN: {
    health: 'Progressing',
    reason: 'PendingRerun',
    message: 'The application is about to run again',
  },
  INVALIDATING: {
    health: 'Progressing',
    reason: 'Invalidating',
    message: 'The application was changed and will run again',
  },
  SUSPENDING: {
    health: 'Progressing',
    reason: 'Suspending',
    message: 'The application is being suspended',
  },
  SUSPENDED: {
    health: 'Suspended',
    reason: 'Suspended',
    message: 'The application is suspended on request',
  },
  RESUMING: {
    health: 'Progressing',
    reason: 'Resuming',
    message: 'The application is being resumed, as a new attempt',
  },
  UNKNOWN: {
    health: 'Unknown',
    reason: 'DriverUnknown',
    message: 'The operator cannot tell how the driver is',
    nextStep: 'Look at the driver pod and its node.',
  },
};

/**
 * How well one Spark application is, from its resource and its pods: a driver
 * that cannot start stays SUBMITTED without a word, only its pod knows.
 *
 * @public
 */
export function sparkApplicationHealth(options: {
  application: SparkApplication;
  pods: readonly Pod[];
}): HealthReport {
  const { application, pods } = options;
  const { metadata, status } = application;
  if (metadata.deletionTimestamp) {
    return {
      health: 'Progressing',
      reason: 'Deleting',
      message: 'The application is being deleted',
      since: metadata.deletionTimestamp,
    };
  }
  const state = status?.applicationState?.state ?? '';
  const since =
    status?.terminationTime ??
    status?.lastSubmissionAttemptTime ??
    metadata.creationTimestamp;
  if (state === 'SUBMITTED' || state === 'RUNNING') {
    const problem = podProblem(pods);
    if (problem) {
      return problem;
    }
  }
  const executors = Object.values(status?.executorState ?? {});
  if (
    state === 'RUNNING' &&
    executors.length > 0 &&
    executors.every(executor => executor === 'PENDING')
  ) {
    return {
      health: 'Progressing',
      reason: 'WaitingForExecutors',
      message: 'The driver runs and waits for its executors',
      nextStep: 'If this lasts, the cluster has no room for them.',
      since,
    };
  }
  const report = byState[state];
  if (!report) {
    return {
      health: 'Unknown',
      reason: 'StatusNotUnderstood',
      message: `The operator reports a state that Headworks does not know (${state})`,
      nextStep: 'Look at the resource with kubectl.',
    };
  }
  const error = status?.applicationState?.errorMessage;
  return {
    ...report,
    ...(report.health === 'Degraded' &&
      error && { message: `${report.message}: ${error}` }),
    since,
  };
}

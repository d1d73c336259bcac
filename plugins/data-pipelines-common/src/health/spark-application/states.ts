import { HealthReport } from '../../model/health';
import { SparkState } from '../../resources/spark';

/** What each state means by itself; of a failure, the driver's end says more. */
export const BY_STATE: Readonly<Record<Exclude<SparkState, ''>, HealthReport>> =
  {
    SUBMITTED: {
      health: 'Progressing',
      reason: 'DriverStarting',
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
      reason: 'DriverFailed',
      message: 'The driver failed',
    },
    FAILED: {
      health: 'Degraded',
      reason: 'DriverFailed',
      message: 'The driver failed',
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
      message: 'The application was changed and will run again from the start',
    },
    SUSPENDING: {
      health: 'Progressing',
      reason: 'Suspending',
      message: 'The application is being suspended: its driver is stopped',
    },
    SUSPENDED: {
      health: 'Suspended',
      reason: 'Suspended',
      message: 'The application is suspended on request',
      nextStep:
        'Resume it in the portal, or set suspend to false in the values where they say true: it will start anew.',
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

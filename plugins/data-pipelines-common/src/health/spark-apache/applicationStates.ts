import { HealthReport } from '../../model/health';
import { ApacheSparkStateSummary } from '../../resources/sparkApache';

const LOG = "Read the driver's log.";
const TIMEOUT =
  'Look at the events of the pods; the time is apache.timeouts in the values.';

/** What each state means by itself, before pods have been looked at. */
export const BY_STATE: Readonly<Record<ApacheSparkStateSummary, HealthReport>> =
  {
    Submitted: {
      health: 'Progressing',
      reason: 'Submitted',
      message: 'The application is submitted',
    },
    ScheduledToRestart: {
      health: 'Progressing',
      reason: 'PendingRerun',
      message: 'The application is about to run again',
    },
    DriverRequested: {
      health: 'Progressing',
      reason: 'DriverStarting',
      message: 'The driver is starting',
    },
    DriverStarted: {
      health: 'Progressing',
      reason: 'DriverStarting',
      message: 'The driver is starting',
    },
    DriverReady: {
      health: 'Progressing',
      reason: 'WaitingForExecutors',
      message: 'The driver runs and waits for its executors',
    },
    InitializedBelowThresholdExecutors: {
      health: 'Progressing',
      reason: 'WaitingForExecutors',
      message: 'The driver runs and waits for its executors',
    },
    RunningHealthy: {
      health: 'Healthy',
      reason: 'Running',
      message: 'The application runs',
    },
    RunningWithPartialCapacity: {
      health: 'Healthy',
      reason: 'RunningPartially',
      message: 'The application runs with fewer executors than it may have',
    },
    RunningWithBelowThresholdExecutors: {
      health: 'Degraded',
      reason: 'TooFewExecutors',
      message: 'The application has lost executors and runs with too few',
      nextStep: 'Look at the events of the executor pods and at quotas.',
    },
    DriverStartTimedOut: {
      health: 'Degraded',
      reason: 'DriverStartTimedOut',
      message: 'The driver did not start in time',
      nextStep: TIMEOUT,
    },
    ExecutorsStartTimedOut: {
      health: 'Degraded',
      reason: 'ExecutorsStartTimedOut',
      message: 'The executors did not start in time',
      nextStep: TIMEOUT,
    },
    DriverReadyTimedOut: {
      health: 'Degraded',
      reason: 'DriverReadyTimedOut',
      message: 'The driver did not become ready in time',
      nextStep: LOG,
    },
    Succeeded: {
      health: 'Healthy',
      reason: 'Completed',
      message: 'The application has finished its work',
    },
    Failed: {
      health: 'Degraded',
      reason: 'DriverFailed',
      message: 'The driver failed',
      nextStep: LOG,
    },
    SchedulingFailure: {
      health: 'Degraded',
      reason: 'SubmissionFailed',
      message: 'The application could not be submitted',
      nextStep: 'Correct what the message names, then upgrade the release.',
    },
    DriverEvicted: {
      health: 'Degraded',
      reason: 'DriverEvicted',
      message: 'The driver was evicted from its node',
      nextStep: 'Check what the node ran out of, then run the job again.',
    },
    ResourceReleased: {
      health: 'Unknown',
      reason: 'EndUnknown',
      message: 'The application has ended, and nothing tells how',
      nextStep: 'Look for its log where your cluster keeps logs.',
    },
    TerminatedWithoutReleaseResources: {
      health: 'Unknown',
      reason: 'EndUnknown',
      message: 'The application has ended, and nothing tells how',
      nextStep: LOG,
    },
  };

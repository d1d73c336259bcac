import { HealthReport } from '../../model/health';
import { FlinkJobState } from '../../resources/flinkDeployment';

/** What the state of the job itself means. */
export const byJobState: Record<FlinkJobState, HealthReport> = {
  RUNNING: { health: 'Healthy', reason: 'Running', message: 'The job runs' },
  FINISHED: {
    health: 'Healthy',
    reason: 'Completed',
    message: 'The job has finished its work',
  },
  CREATED: {
    health: 'Progressing',
    reason: 'JobCreated',
    message: 'The job is about to start',
  },
  INITIALIZING: {
    health: 'Progressing',
    reason: 'JobInitializing',
    message: 'The job is starting',
  },
  RECONCILING: {
    health: 'Progressing',
    reason: 'JobReconciling',
    message: 'The operator waits for the job to answer',
  },
  RESTARTING: {
    health: 'Degraded',
    reason: 'JobRestarting',
    message: 'The job failed and restarts',
    nextStep: "Look into the job's exceptions and the TaskManagers' logs.",
  },
  FAILING: {
    health: 'Degraded',
    reason: 'JobFailing',
    message: 'The job is failing',
    nextStep: "Look into the job's exceptions and the TaskManagers' logs.",
  },
  FAILED: {
    health: 'Degraded',
    reason: 'JobFailed',
    message: 'The job has failed and will not restart by itself',
    nextStep: "Look into the job's exceptions, then restart it.",
  },
  CANCELLING: {
    health: 'Progressing',
    reason: 'JobCancelling',
    message: 'The job is being cancelled',
  },
  CANCELED: {
    health: 'Degraded',
    reason: 'JobCanceled',
    message: 'The job was cancelled outside of the operator',
    nextStep: 'Restart it with a new restartNonce.',
  },
  SUSPENDED: {
    health: 'Suspended',
    reason: 'JobSuspended',
    message: 'The job is suspended',
  },
};

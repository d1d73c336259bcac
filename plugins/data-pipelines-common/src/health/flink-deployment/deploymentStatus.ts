import { HealthReport } from '../../model/health';
import { JobManagerDeploymentStatus } from '../../resources/flinkDeployment';

/** What the JobManager's deployment means; READY leaves it to the job. */
export const byDeploymentStatus: Record<
  JobManagerDeploymentStatus,
  HealthReport | undefined
> = {
  READY: undefined,
  DEPLOYING: {
    health: 'Progressing',
    reason: 'JobManagerStarting',
    message: 'The JobManager is starting',
  },
  DEPLOYED_NOT_READY: {
    health: 'Progressing',
    reason: 'JobManagerNotReady',
    message: 'The JobManager has started and does not answer yet',
  },
  MISSING: {
    health: 'Degraded',
    reason: 'JobManagerMissing',
    message: 'The JobManager is gone',
    nextStep:
      'Restart the job from its last savepoint or checkpoint; its HA metadata may be lost.',
  },
  ERROR: {
    health: 'Degraded',
    reason: 'JobManagerError',
    message: 'The JobManager cannot start',
    nextStep: 'Correct what the message names, then upgrade the release.',
  },
};

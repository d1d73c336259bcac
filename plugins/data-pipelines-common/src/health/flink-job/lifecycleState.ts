import { HealthReport } from '../../model/health';
import { FlinkLifecycleState } from '../../resources/flinkDeployment';

/** Lifecycle states that decide alone; the others leave it to the deployment and the job. */
export const byLifecycleState: Record<
  FlinkLifecycleState,
  HealthReport | undefined
> = {
  CREATED: {
    health: 'Progressing',
    reason: 'Created',
    message: 'The Flink operator has accepted the job and starts it soon',
  },
  UPGRADING: {
    health: 'Progressing',
    reason: 'Upgrading',
    message: 'The Flink operator is starting or upgrading the job',
  },
  SUSPENDED: {
    health: 'Suspended',
    reason: 'Suspended',
    message: 'The job is suspended on request',
    nextStep: 'Resume it in the portal, or set job.state to running.',
  },
  FAILED: {
    health: 'Degraded',
    reason: 'Failed',
    message: 'The Flink operator gave the job up',
    nextStep: 'Correct what the error names, then upgrade the release.',
  },
  ROLLING_BACK: {
    health: 'Progressing',
    reason: 'RollingBack',
    message: 'The new version did not become stable; the last good one returns',
    nextStep: 'Look into the log of the new version.',
  },
  ROLLED_BACK: {
    health: 'Degraded',
    reason: 'RolledBack',
    message:
      'The new version did not become stable; the last good one runs instead',
    nextStep: 'Correct the new version, then upgrade the release.',
  },
  DELETING: {
    health: 'Progressing',
    reason: 'Deleting',
    message: 'The job is being deleted',
  },
  DELETED: {
    health: 'Missing',
    reason: 'Deleted',
    message: 'The job was deleted',
  },
  DEPLOYED: undefined,
  STABLE: undefined,
};

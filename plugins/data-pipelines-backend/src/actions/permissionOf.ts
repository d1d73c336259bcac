import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  ActionName,
  connectorRestartPermission,
  jobRestartPermission,
  jobRestorePermission,
  jobResumePermission,
  jobRunPermission,
  jobSuspendPermission,
  reconciliationPausePermission,
  snapshotCreatePermission,
  snapshotDeletePermission,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What somebody needs for an action, and how it is called when refused. */
export const PERMISSION_OF: Record<
  ActionName,
  { permission: BasicPermission; what: string }
> = {
  savepoint: { permission: snapshotCreatePermission, what: 'take savepoints' },
  'delete-snapshot': {
    permission: snapshotDeletePermission,
    what: 'delete savepoints',
  },
  suspend: { permission: jobSuspendPermission, what: 'suspend jobs' },
  resume: { permission: jobResumePermission, what: 'resume jobs' },
  run: { permission: jobRunPermission, what: 'have Spark jobs run' },
  restart: { permission: jobRestartPermission, what: 'restart jobs' },
  'pause-reconciliation': {
    permission: reconciliationPausePermission,
    what: 'pause reconciliation',
  },
  'resume-reconciliation': {
    permission: reconciliationPausePermission,
    what: 'resume reconciliation',
  },
  'restart-connector': {
    permission: connectorRestartPermission,
    what: 'restart connectors',
  },
  'restart-failed-tasks': {
    permission: connectorRestartPermission,
    what: 'restart tasks of connectors',
  },
  // Who may do it to each job may do it to all of a pipeline's.
  stop: { permission: jobSuspendPermission, what: 'suspend jobs' },
  start: { permission: jobResumePermission, what: 'resume jobs' },
  restore: { permission: jobRestorePermission, what: 'restore jobs' },
};

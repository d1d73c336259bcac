import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  FlinkActionName,
  jobRestartPermission,
  jobRestorePermission,
  jobResumePermission,
  jobSuspendPermission,
  snapshotCreatePermission,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What somebody needs for an action, and how it is called when refused. */
export const PERMISSION_OF: Record<
  FlinkActionName,
  { permission: BasicPermission; what: string }
> = {
  savepoint: { permission: snapshotCreatePermission, what: 'take savepoints' },
  suspend: { permission: jobSuspendPermission, what: 'suspend jobs' },
  resume: { permission: jobResumePermission, what: 'resume jobs' },
  restart: { permission: jobRestartPermission, what: 'restart jobs' },
  restore: { permission: jobRestorePermission, what: 'restore jobs' },
};

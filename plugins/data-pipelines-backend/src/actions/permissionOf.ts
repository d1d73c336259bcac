import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  JobActionName,
  jobRestartPermission,
  jobRestorePermission,
  jobResumePermission,
  jobRunPermission,
  jobSuspendPermission,
  snapshotCreatePermission,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What somebody needs for an action, and how it is called when refused. */
export const PERMISSION_OF: Record<
  JobActionName,
  { permission: BasicPermission; what: string }
> = {
  savepoint: { permission: snapshotCreatePermission, what: 'take savepoints' },
  suspend: { permission: jobSuspendPermission, what: 'suspend jobs' },
  resume: { permission: jobResumePermission, what: 'resume jobs' },
  run: { permission: jobRunPermission, what: 'have Spark jobs run' },
  restart: { permission: jobRestartPermission, what: 'restart jobs' },
  restore: { permission: jobRestorePermission, what: 'restore jobs' },
};

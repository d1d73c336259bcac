import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Taking a savepoint of a Flink job.
 *
 * @public
 */
export const snapshotCreatePermission = createPermission({
  name: 'data-pipelines.snapshot.create',
  attributes: { action: 'create' },
});

/**
 * All permissions of this plugin.
 *
 * @public
 */
export const dataPipelinesPermissions = [snapshotCreatePermission];

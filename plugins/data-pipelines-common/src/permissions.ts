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
 * Seeing how well the portal is informed: every cluster and kind, and objects
 * that no pipeline claims.
 *
 * @public
 */
export const collectorReadPermission = createPermission({
  name: 'data-pipelines.collector.read',
  attributes: { action: 'read' },
});

/**
 * All permissions of this plugin.
 *
 * @public
 */
export const dataPipelinesPermissions = [
  snapshotCreatePermission,
  collectorReadPermission,
];

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
 * Stopping a job so that it can go on later.
 *
 * @public
 */
export const jobSuspendPermission = createPermission({
  name: 'data-pipelines.job.suspend',
  attributes: { action: 'update' },
});

/**
 * Letting a suspended job go on.
 *
 * @public
 */
export const jobResumePermission = createPermission({
  name: 'data-pipelines.job.resume',
  attributes: { action: 'update' },
});

/**
 * Having a Spark job run once more.
 *
 * @public
 */
export const jobRunPermission = createPermission({
  name: 'data-pipelines.job.run',
  attributes: { action: 'create' },
});

/**
 * Stopping a job and starting it again.
 *
 * @public
 */
export const jobRestartPermission = createPermission({
  name: 'data-pipelines.job.restart',
  attributes: { action: 'update' },
});

/**
 * Starting a job from a snapshot of before.
 *
 * @public
 */
export const jobRestorePermission = createPermission({
  name: 'data-pipelines.job.restore',
  attributes: { action: 'update' },
});

/**
 * Having Strimzi leave a Kafka cluster, Connect, connector, topic or user as it
 * is, and take it up again.
 *
 * @public
 */
export const reconciliationPausePermission = createPermission({
  name: 'data-pipelines.reconciliation.pause',
  attributes: { action: 'update' },
});

/**
 * Having a connector, or its tasks that failed, restarted.
 *
 * @public
 */
export const connectorRestartPermission = createPermission({
  name: 'data-pipelines.connector.restart',
  attributes: { action: 'update' },
});

/**
 * Deleting a savepoint of a Flink job with its files.
 *
 * @public
 */
export const snapshotDeletePermission = createPermission({
  name: 'data-pipelines.snapshot.delete',
  attributes: { action: 'delete' },
});

/**
 * Saying that a start of a job without its state is known.
 *
 * @public
 */
export const startAcknowledgePermission = createPermission({
  name: 'data-pipelines.start.acknowledge',
  attributes: { action: 'update' },
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
 * Seeing what the wizard offers to choose from: the names of clusters, their
 * namespaces, Kafka clusters and topics, whoever they belong to.
 *
 * @public
 */
export const clusterReadPermission = createPermission({
  name: 'data-pipelines.cluster.read',
  attributes: { action: 'read' },
});

/**
 * Having the wizard's answers rendered before anything is made.
 *
 * @public
 */
export const previewCreatePermission = createPermission({
  name: 'data-pipelines.preview.create',
  attributes: { action: 'create' },
});

/**
 * All permissions of this plugin.
 *
 * @public
 */
export const dataPipelinesPermissions = [
  snapshotCreatePermission,
  snapshotDeletePermission,
  jobSuspendPermission,
  jobResumePermission,
  jobRunPermission,
  jobRestartPermission,
  jobRestorePermission,
  reconciliationPausePermission,
  connectorRestartPermission,
  startAcknowledgePermission,
  collectorReadPermission,
  clusterReadPermission,
  previewCreatePermission,
];

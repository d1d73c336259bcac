import { ANNOTATION_REQUESTED_BY } from './annotations';
import { operatorError } from './health/flink-job/operatorError';
import { SnapshotView } from './model/state';
import { newestFirst } from './newestFirst';
import { isCheckpointFolder } from './resources/checkpointFolder';
import { FlinkDeployment } from './resources/flinkDeployment';
import { upgradePathOf } from './resources/lastState';
import {
  FlinkSnapshotState,
  FlinkStateSnapshot,
} from './resources/flinkStateSnapshot';

const STATES: Record<FlinkSnapshotState, SnapshotView['state']> = {
  TRIGGER_PENDING: 'pending',
  IN_PROGRESS: 'in-progress',
  COMPLETED: 'completed',
  FAILED: 'failed',
  ABANDONED: 'abandoned',
};

/** The operator's label `snapshot.trigger-type`, and old operators' `triggerType`. */
function originOf(trigger: string | undefined): SnapshotView['origin'] {
  switch (trigger) {
    case 'MANUAL':
      return 'user';
    case 'UPGRADE':
      return 'upgrade';
    case 'PERIODIC':
      return 'periodic';
    default:
      return 'unknown';
  }
}

/**
 * The snapshots of a Flink job, newest first: FlinkStateSnapshots, and what
 * the job's own status names beside them. One path is one row.
 *
 * @public
 */
export function snapshotsOf(options: {
  deployment: Pick<FlinkDeployment, 'status'>;
  snapshots: readonly FlinkStateSnapshot[];
}): SnapshotView[] {
  const { deployment, snapshots } = options;
  const rows = snapshots.map(snapshotView);
  const known = new Set(rows.map(row => row.path));
  for (const row of statusSnapshots(deployment)) {
    if (!known.has(row.path)) {
      known.add(row.path);
      rows.push(row);
    }
  }
  return newestFirst(rows);
}

/**
 * One FlinkStateSnapshot.
 *
 * @public
 */
export function snapshotView(snapshot: FlinkStateSnapshot): SnapshotView {
  const { metadata, spec, status } = snapshot;
  const requestedBy = metadata.annotations[ANNOTATION_REQUESTED_BY];
  const trigger =
    metadata.labels['snapshot.trigger-type'] ??
    // The label appears only when the operator takes the snapshot up.
    (requestedBy ? 'MANUAL' : undefined);
  return {
    name: metadata.name,
    uid: metadata.uid,
    type: spec.savepoint ? 'savepoint' : 'checkpoint',
    origin: originOf(trigger),
    requestedBy,
    state: status?.state ? STATES[status.state] ?? 'pending' : 'pending',
    createdAt: metadata.creationTimestamp,
    finishedAt: status?.resultTimestamp,
    took: status && tookOf(status),
    format: formatOf(spec.savepoint?.formatType),
    path: status?.path || spec.savepoint?.path,
    error: operatorError(status?.error)?.message,
    failures: status?.failures || undefined,
    source: 'resource',
  };
}

function tookOf({
  triggerTimestamp,
  resultTimestamp,
}: NonNullable<FlinkStateSnapshot['status']>): number | undefined {
  const took =
    Date.parse(resultTimestamp ?? '') - Date.parse(triggerTimestamp ?? '');
  return took >= 0 ? took : undefined;
}

function formatOf(type: string | undefined): SnapshotView['format'] {
  switch (type) {
    case 'CANONICAL':
      return 'canonical';
    case 'NATIVE':
      return 'native';
    default:
      return undefined;
  }
}

/**
 * What a job's own status names: snapshots of upgrades, and of old operators.
 *
 * @public
 */
export function statusSnapshots(
  deployment: Pick<FlinkDeployment, 'status'>,
): SnapshotView[] {
  const job = deployment.status?.jobStatus;
  const listed = [
    ...(job?.savepointInfo?.savepointHistory ?? []),
    ...(job?.savepointInfo?.lastSavepoint
      ? [job.savepointInfo.lastSavepoint]
      : []),
  ].flatMap(info =>
    info.location
      ? [
          {
            ...completed(
              info.location,
              originOf(info.triggerType),
              info.timeStamp
                ? new Date(info.timeStamp).toISOString()
                : undefined,
            ),
            format: formatOf(info.formatType),
          },
        ]
      : [],
  );
  const path = upgradePathOf(deployment);
  return path ? [...listed, completed(path, 'upgrade', undefined)] : listed;
}

function completed(
  path: string,
  origin: SnapshotView['origin'],
  createdAt: string | undefined,
): SnapshotView {
  return {
    name: path.split('/').at(-1) ?? path,
    // `last-state` upgrades name a checkpoint folder here.
    type: isCheckpointFolder(path) ? 'checkpoint' : 'savepoint',
    origin,
    state: 'completed',
    createdAt,
    path,
    source: 'status',
  };
}

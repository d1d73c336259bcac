import { HealthReport } from '../../model/health';
import {
  FlinkSnapshotState,
  FlinkStateSnapshot,
} from '../../resources/flinkStateSnapshot';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { notUnderstood } from '../flink-job/notUnderstood';
import { operatorError, withError } from '../flink-job/operatorError';
import { known } from '../known';
import { secondsSince } from '../secondsSince';

/** Seconds after which an operator that never looked does not run. */
const LOOKS = 60;

const BY_STATE: Record<FlinkSnapshotState, HealthReport> = {
  TRIGGER_PENDING: {
    health: 'Progressing',
    reason: 'SnapshotPending',
    message: 'The snapshot is about to be taken',
  },
  IN_PROGRESS: {
    health: 'Progressing',
    reason: 'SnapshotInProgress',
    message: 'The snapshot is being taken',
  },
  COMPLETED: {
    health: 'Healthy',
    reason: 'SnapshotCompleted',
    message: 'The snapshot is complete',
  },
  FAILED: {
    health: 'Degraded',
    reason: 'SnapshotFailed',
    message: 'The snapshot has failed',
    nextStep:
      'See whether the job may write to the path and takes its checkpoints, then take another.',
  },
  ABANDONED: {
    health: 'Degraded',
    reason: 'SnapshotAbandoned',
    message: 'The snapshot was given up',
    nextStep: 'Take another once the job runs.',
  },
};

/**
 * How a savepoint or checkpoint taken on request went. One that failed may be
 * tried again: Progressing, with what went wrong.
 *
 * @public
 */
export function flinkStateSnapshotRule(
  snapshot: FlinkStateSnapshot,
  { now }: Moment,
): HealthReport {
  const { metadata, status } = snapshot;
  if (metadata.deletionTimestamp) return deleting('snapshot', metadata);
  if (!status?.state) {
    return {
      health:
        secondsSince(metadata.creationTimestamp, now) > LOOKS
          ? 'Degraded'
          : 'Progressing',
      reason: 'NotObserved',
      message: 'The Flink operator has not looked at the snapshot yet',
      nextStep:
        'If this lasts, check that the operator runs and watches this namespace.',
      since: metadata.creationTimestamp,
    };
  }
  const report = known(BY_STATE, status.state);
  if (!report) return notUnderstood(status.state);
  const since =
    status.resultTimestamp ??
    status.triggerTimestamp ??
    metadata.creationTimestamp;
  if (status.state === 'COMPLETED') {
    const message = status.path
      ? `${report.message}: ${status.path}`
      : report.message;
    return { ...report, message, since };
  }
  const error = operatorError(status.error);
  return report.health === 'Progressing' && error && status.failures
    ? {
        ...report,
        message: `The snapshot failed and is tried again: ${error.message}`,
        nextStep:
          'If it fails for good, see whether the job may write to the path.',
        since,
      }
    : { ...withError(report, error), since };
}

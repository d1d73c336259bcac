import { ObjectMetadata } from './metadata';

/**
 * `status.state` of a FlinkStateSnapshot.
 *
 * @public
 */
export type FlinkSnapshotState =
  | 'TRIGGER_PENDING'
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'FAILED'
  | 'ABANDONED';

/**
 * What we read of a FlinkStateSnapshot.
 *
 * @public
 */
export interface FlinkStateSnapshot {
  kind: 'FlinkStateSnapshot';
  metadata: ObjectMetadata;
  spec: {
    jobReference?: { kind?: string; name?: string };
    savepoint?: {
      path?: string;
      alreadyExists?: boolean;
      /** `CANONICAL`, `NATIVE`. */
      formatType?: string;
      /** Whether its files go with it; they do by the operator's default. */
      disposeOnDelete?: boolean;
    };
  };
  status?: {
    state?: FlinkSnapshotState;
    path?: string;
    error?: string;
    failures?: number;
    triggerTimestamp?: string;
    resultTimestamp?: string;
  };
}

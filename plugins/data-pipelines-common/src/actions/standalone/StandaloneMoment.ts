import { SnapshotView } from '../../model/state';
import { FlinkStats } from '../../resources/flinkStats';
import { ReadTopic } from '../flink/replay';
import { LiveStandaloneJob } from './LiveStandaloneJob';

/**
 * All that a plan for a Flink job without an operator is made from.
 *
 * @public
 */
export interface StandaloneMoment {
  engine: 'flink-standalone';
  cluster: string;
  job: LiveStandaloneJob;
  /** What its Flink said last; absent where it said nothing. */
  stats?: FlinkStats;
  snapshots: readonly SnapshotView[];
  /** The topics that it reads. */
  reads: readonly ReadTopic[];
  /** By the cluster's clock. */
  now: Date;
  /** What Flink knows a request of this action by: 32 hex digits. */
  trigger: string;
}

import { SnapshotView } from '../../model/state';
import { LiveFlinkJob } from './LiveFlinkJob';
import { ReadTopic } from './replay';

/**
 * All that a plan for a Flink job is made from.
 *
 * @public
 */
export interface FlinkMoment {
  engine: 'flink';
  cluster: string;
  job: LiveFlinkJob;
  snapshots: readonly SnapshotView[];
  /** The topics that it reads. */
  reads: readonly ReadTopic[];
  now: Date;
  /** What the name of an object that the action makes ends with. */
  suffix: string;
  /** For objects that the action makes: our labels, and who asked. */
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

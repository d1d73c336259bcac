import { Replay } from '../actions/flink/replay';
import { StartingState } from '../actions/plan';
import { StartView } from './starts';
import { ClusterView, Environment, JobView } from './views';

/**
 * A savepoint or checkpoint of a Flink job.
 *
 * @public
 */
export interface SnapshotView {
  /** Name of the FlinkStateSnapshot, or a name made from the path. */
  name: string;
  /** Of the FlinkStateSnapshot that stands for it. */
  uid?: string;
  type: 'savepoint' | 'checkpoint';
  /** `unknown` where neither labels nor status tell. */
  origin:
    | 'user'
    | 'upgrade'
    | 'periodic'
    | 'suspend'
    | 'checkpoint'
    | 'unknown';
  /** The user who asked for it, where the object says so. */
  requestedBy?: string;
  state:
    | 'pending'
    | 'in-progress'
    | 'completed'
    | 'failed'
    | 'abandoned'
    /** With its files; the history alone knows of it. */
    | 'deleted';
  /** ISO 8601. */
  createdAt?: string;
  /** ISO 8601. */
  finishedAt?: string;
  /** How long Flink took for it, in milliseconds. */
  took?: number;
  /** Bytes, where Flink said so while the job ran. */
  size?: number;
  /** Where the operator says it. */
  format?: 'canonical' | 'native';
  /** Of the job when it was taken, where its starts are known. */
  image?: string;
  path?: string;
  error?: string;
  /** How many attempts failed so far. */
  failures?: number;
  /**
   * `resource`: a FlinkStateSnapshot; `status`: the job's own status;
   * `history`: the cluster no longer has either; `flink`: no operator made it,
   * so nothing in the cluster ever had.
   */
  source: 'resource' | 'status' | 'history' | 'flink';
  /** Whether what came after it can still be read; of completed ones. */
  replay?: Replay;
}

/**
 * A Flink job with its snapshots, newest first, for each environment.
 *
 * @public
 */
export interface JobStateView {
  entityRef: string;
  pipelineRef: string;
  environments: Array<{
    environment: Environment;
    job: JobView;
    snapshots: SnapshotView[];
    /**
     * Sentences about why brokers did not say what they still have: whether
     * snapshots can be replayed is then told from settings alone.
     */
    brokersUnanswered?: string[];
    /** The newest fifty, newest first. */
    starts: StartView[];
    /** What it takes up when it starts next; absent where it is not installed. */
    startsFrom?: StartingState;
    /** What savepoints are taken by the clock, and what becomes of them. */
    schedule?: string;
    /** Why no savepoint can be taken now; absent when one can. */
    savepointRefusal?: string;
  }>;
  clusters: ClusterView[];
}

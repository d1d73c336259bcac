import { Environment } from '../model/views';

/**
 * One checkpoint or savepoint as Flink's own REST interface tells of it.
 *
 * @public
 */
export interface Checkpoint {
  id: number;
  isSavepoint: boolean;
  /** `given-up`: the job itself stopped meanwhile, which is no fault of it. */
  state: 'in-progress' | 'completed' | 'failed' | 'given-up';
  /** When it was triggered (ISO 8601). */
  startedAt: string;
  /** Milliseconds from its trigger to the last acknowledgement. */
  took?: number;
  /** Bytes of all the state that it keeps. */
  size?: number;
  /** Bytes that it had to write. */
  written?: number;
  /** Bytes of records that it took along instead of waiting for barriers to align. */
  inFlight?: number;
  path?: string;
  /** Why it failed, the first line. */
  message?: string;
}

/**
 * The answer of `GET /jobs/{namespace}/{name}/checkpoints`: what the running
 * job's Flink remembers, newest first. Flink forgets all but the last ones
 * (`web.checkpoints.history`), and all when the job starts anew.
 *
 * @public
 */
export interface CheckpointsView {
  environment: Environment;
  /** When Flink said so (ISO 8601). */
  at: string;
  checkpoints: Checkpoint[];
  /**
   * What the job took up when it started last, also from within; absent where
   * that was nothing, or nothing is known.
   */
  restored?: {
    /** ISO 8601. */
    at: string;
    isSavepoint: boolean;
    path?: string;
  };
  /** Milliseconds between two; absent where they are switched off. */
  interval?: number;
  /** What they mean together. */
  trend?: CheckpointTrend;
  /** Where the time of one that takes long goes, in one sentence. */
  slowest?: string;
  /** Why nothing is known of them. */
  unanswered?: string;
}

/**
 * What the last checkpoints mean, in one sentence.
 *
 * @public
 */
export interface CheckpointTrend {
  /** Whether somebody should look. */
  isGood: boolean;
  sentence: string;
}

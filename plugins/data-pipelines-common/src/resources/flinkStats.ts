/**
 * What Flink's REST says of a job's checkpoints and failures; the resource
 * never tells. Read by the background poll.
 *
 * @public
 */
export interface FlinkStats {
  /** When Flink was asked last (ISO 8601). */
  at: string;
  /** Seconds after `at` for which this is evidence; 90 by default. */
  freshFor?: number;
  /** Why Flink could not be asked; the rest is then of an earlier time. */
  error?: string;
  /** Flink's job id (32 hex digits). */
  jobId?: string;
  /** When the running job started (ISO 8601). */
  startedAt?: string;
  /** Times that Flink restarted the job from within since it was submitted. */
  restarts?: number;
  checkpoints?: {
    /** Milliseconds between checkpoints; absent where they are off. */
    interval?: number;
    completed: number;
    failed: number;
    inProgress: number;
    latestCompleted?: {
      id: number;
      /** ISO 8601. */
      at: string;
      /** Milliseconds. */
      took: number;
      /** Bytes. */
      size: number;
      path?: string;
    };
    latestSavepoint?: {
      /** ISO 8601. */
      at: string;
      /** Bytes. */
      size: number;
      path?: string;
    };
    latestFailed?: { id: number; at: string; message?: string };
    /** Failed without a completed one between. */
    failedInARow: number;
    /** Times that Flink gave the job back its state since it was submitted. */
    restores?: number;
    /** The last of these. */
    restored?: { at: string; isSavepoint: boolean; path?: string };
  };
  /** Of a job without an operator: how it ended, where it has. */
  ended?: { state: FlinkEnd; /** ISO 8601. */ at?: string };
  /** Since when Flink was found without any job, where it is (ISO 8601). */
  joblessSince?: string;
  /** The root exception that made the job fail last, its first line. */
  exception?: { at: string; message: string };
}

/**
 * How Flink says that a job ended.
 *
 * @public
 */
export type FlinkEnd = 'FINISHED' | 'CANCELED' | 'FAILED' | 'SUSPENDED';

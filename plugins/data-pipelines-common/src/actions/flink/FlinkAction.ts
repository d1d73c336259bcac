/**
 * Takes a savepoint of a running job.
 *
 * @public
 */
export interface TakeSavepoint {
  action: 'savepoint';
  /**
   * Of the FlinkStateSnapshot; absent: made of the job's.
   *
   * @maxLength 253
   */
  name?: string;
  /** The folder that Flink makes the savepoint's own folder in; absent: the job's. */
  folder?: string;
  /** Absent: canonical, as Flink's operator has it. */
  format?: 'canonical' | 'native';
}

/**
 * Deletes a savepoint with its files.
 *
 * @public
 */
export interface DeleteSnapshot {
  action: 'delete-snapshot';
  /**
   * Of the FlinkStateSnapshot.
   *
   * @maxLength 253
   */
  name: string;
}

/**
 * Stops a job so that it can go on.
 *
 * @public
 */
export interface Suspend {
  action: 'suspend';
  /** Everything in it that waits for a time to come happens before it stops. */
  drain?: boolean;
}

/**
 * What people can do to a Flink job.
 *
 * @public
 */
export type FlinkAction =
  | TakeSavepoint
  | DeleteSnapshot
  | Suspend
  | { action: 'resume' }
  | { action: 'restart' }
  | {
      action: 'restore';
      /** Of a savepoint or a checkpoint. */
      path: string;
      /** Keep what the running job has by a savepoint before it is cancelled. */
      savepointFirst: boolean;
      /** Drop state that the job no longer has an operator for. */
      allowNonRestoredState: boolean;
    };

/** @public */
export type FlinkActionName = FlinkAction['action'];

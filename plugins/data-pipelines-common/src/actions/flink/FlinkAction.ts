/**
 * What people can do to a Flink job of the operator.
 *
 * @public
 */
export type FlinkAction =
  | { action: 'savepoint' }
  | { action: 'suspend' }
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

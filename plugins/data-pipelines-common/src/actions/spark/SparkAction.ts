/**
 * What people can do to a Spark job of Kubeflow's operator. For a job with a
 * schedule, `suspend` and `resume` are about the schedule, and `run` is one
 * more run; for an application that ended, `run` runs it again.
 *
 * @public
 */
export type SparkAction =
  | { action: 'run' }
  | { action: 'suspend' }
  | { action: 'resume' };

/** @public */
export type SparkActionName = SparkAction['action'];

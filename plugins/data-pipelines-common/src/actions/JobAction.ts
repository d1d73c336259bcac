import { FlinkAction, FlinkActionName } from './flink/FlinkAction';
import { FlinkMoment } from './flink/FlinkMoment';
import { SparkAction, SparkActionName } from './spark/SparkAction';
import { SparkMoment } from './spark/SparkMoment';
import { StandaloneMoment } from './standalone/StandaloneMoment';

/**
 * What people can do to a job. Which of them one of Flink or Spark can, its
 * plan says.
 *
 * @public
 */
export type JobAction = FlinkAction | SparkAction;

/** @public */
export type JobActionName = FlinkActionName | SparkActionName;

/**
 * What a plan for a job is made from.
 *
 * @public
 */
export type JobMoment = FlinkMoment | StandaloneMoment | SparkMoment;

// Records, not lists: a name that is forgotten does not compile.
const FLINK: Record<FlinkActionName, true> = {
  savepoint: true,
  'delete-snapshot': true,
  suspend: true,
  resume: true,
  restart: true,
  restore: true,
};

const SPARK: Record<SparkActionName, true> = {
  run: true,
  suspend: true,
  resume: true,
};

/** @public */
export function isFlinkAction(action: JobAction): action is FlinkAction {
  return action.action in FLINK;
}

/** @public */
export function isSparkAction(action: JobAction): action is SparkAction {
  return action.action in SPARK;
}

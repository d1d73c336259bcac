import { gitChangeOf, ValueChange } from './flink/gitChange';
import { planFlinkAction } from './flink/planFlinkAction';
import { impossible } from './impossible';
import {
  isFlinkAction,
  isSparkAction,
  JobAction,
  JobMoment,
} from './JobAction';
import { ActionPlan, refusedPlan } from './plan';
import { sparkGitChange } from './spark/gitChange';
import { planSparkAction } from './spark/planSparkAction';
import { planStandaloneAction } from './standalone/planStandaloneAction';
import { standaloneGitChange } from './standalone/startAnew';
import { targetOf } from './target';

/**
 * Says what an action will do to a job, of whatever engine. Pure: preview and
 * action call it with the same moment and get the same plan.
 *
 * @public
 */
export function planJobAction(
  action: JobAction,
  moment: JobMoment,
): ActionPlan {
  switch (moment.engine) {
    case 'flink':
      return isFlinkAction(action)
        ? planFlinkAction(action, moment)
        : refusedPlan(
            targetOf(moment),
            'A Flink job has no further runs.',
            'Restart it, or resume it where it is suspended.',
          );
    case 'flink-standalone':
      return isFlinkAction(action)
        ? planStandaloneAction(action, moment)
        : refusedPlan(
            targetOf(moment),
            'A Flink job has no further runs.',
            'Resume it where it has stopped.',
          );
    case 'spark':
      return isSparkAction(action)
        ? planSparkAction(action, moment)
        : refusedPlan(
            targetOf(moment),
            'A Spark job has no savepoints, and its operator no restart.',
            'Suspend and resume it, or run it again when it has ended.',
          );
    default:
      return impossible(moment);
  }
}

/**
 * The change of the values file that does the same as an action; empty where
 * the action is none that Git tells.
 *
 * @param key - the job's key in the chart's values
 * @public
 */
export function valuesOfAction(
  action: JobAction,
  key: string,
  moment: JobMoment,
): ValueChange[] {
  switch (moment.engine) {
    case 'flink':
      return isFlinkAction(action) ? gitChangeOf(action, key, moment.job) : [];
    case 'flink-standalone':
      return isFlinkAction(action)
        ? standaloneGitChange(action, key, moment)
        : [];
    case 'spark':
      return isSparkAction(action) ? sparkGitChange(action, key) : [];
    default:
      return impossible(moment);
  }
}

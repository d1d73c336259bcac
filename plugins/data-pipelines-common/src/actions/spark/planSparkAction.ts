import { impossible } from '../impossible';
import { unlessOfGit } from '../ofGit';
import { ActionPlan } from '../plan';
import { planRerun } from './rerun';
import { planResumeApplication, planResumeSchedule } from './resume';
import { planRunNow } from './run';
import { SparkAction } from './SparkAction';
import { SparkMoment } from './SparkMoment';
import { planSuspendApplication, planSuspendSchedule } from './suspend';

/**
 * Says what an action will do to a Spark job of Kubeflow's operator. Pure, as
 * {@link planFlinkAction} is.
 *
 * @public
 */
export function planSparkAction(
  action: SparkAction,
  moment: SparkMoment,
): ActionPlan {
  return unlessOfGit(planLive(action, moment), moment.job);
}

function planLive(action: SparkAction, moment: SparkMoment): ActionPlan {
  const { job } = moment;
  switch (job.kind) {
    case 'SparkApplication': {
      const of = { ...moment, job };
      switch (action.action) {
        case 'run':
          return planRerun(of);
        case 'suspend':
          return planSuspendApplication(of);
        case 'resume':
          return planResumeApplication(of);
        default:
          return impossible(action);
      }
    }
    case 'ScheduledSparkApplication': {
      const of = { ...moment, job };
      switch (action.action) {
        case 'run':
          return planRunNow(of);
        case 'suspend':
          return planSuspendSchedule(of);
        case 'resume':
          return planResumeSchedule(of);
        default:
          return impossible(action);
      }
    }
    default:
      return impossible(job);
  }
}

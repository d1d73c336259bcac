import { impossible } from '../impossible';
import { unlessOfGit } from '../ofGit';
import { ActionPlan } from '../plan';
import { KafkaAction } from './KafkaAction';
import { KafkaMoment } from './KafkaMoment';
import { planPause, planResumeReconciliation } from './pause';
import { planRestartConnector } from './restartConnector';
import { planRestartFailedTasks } from './restartFailedTasks';

/**
 * Says what an action will do to an object of Strimzi. Pure, as
 * {@link planFlinkAction} is.
 *
 * @public
 */
export function planKafkaAction(
  action: KafkaAction,
  moment: KafkaMoment,
): ActionPlan {
  return unlessOfGit(planLive(action, moment), moment.object);
}

function planLive({ action }: KafkaAction, moment: KafkaMoment): ActionPlan {
  switch (action) {
    case 'pause-reconciliation':
      return planPause(moment);
    case 'resume-reconciliation':
      return planResumeReconciliation(moment);
    case 'restart-connector':
      return planRestartConnector(moment);
    case 'restart-failed-tasks':
      return planRestartFailedTasks(moment);
    default:
      return impossible(action);
  }
}

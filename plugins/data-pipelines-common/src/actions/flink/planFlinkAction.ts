import { impossible } from '../impossible';
import { unlessOfGit } from '../ofGit';
import { ActionPlan } from '../plan';
import { planDeleteSnapshot } from './deleteSnapshot';
import { FlinkAction } from './FlinkAction';
import { FlinkMoment } from './FlinkMoment';
import { planRestart } from './restart';
import { planRestore } from './restore';
import { planResume } from './resume';
import { planSavepoint } from './savepoint';
import { planSuspend } from './suspend';

/**
 * Says what an action will do to a Flink job. Pure: preview and action call it
 * with the same moment and get the same plan.
 *
 * @public
 */
export function planFlinkAction(
  action: FlinkAction,
  moment: FlinkMoment,
): ActionPlan {
  return unlessOfGit(planLive(action, moment), moment.job);
}

function planLive(action: FlinkAction, moment: FlinkMoment): ActionPlan {
  switch (action.action) {
    case 'savepoint':
      return planSavepoint(moment, action);
    case 'delete-snapshot':
      return planDeleteSnapshot(moment, action);
    case 'suspend':
      return planSuspend(moment, action);
    case 'resume':
      return planResume(moment);
    case 'restart':
      return planRestart(moment);
    case 'restore':
      return planRestore(moment, action);
    default:
      return impossible(action);
  }
}

import { FlinkAction } from '../flink/FlinkAction';
import { impossible } from '../impossible';
import { ActionPlan, refusedPlan } from '../plan';
import { targetOf } from '../target';
import { notRunning } from './notRunning';
import { planStandaloneRestore, planStandaloneResume } from './startAnew';
import { planStandaloneSavepoint } from './savepoint';
import { StandaloneMoment } from './StandaloneMoment';
import { planStandaloneStop } from './stop';

/**
 * Says what an action will do to a Flink job without an operator. What Flink's
 * own REST can do is done by it; what the job starts from its values alone say.
 *
 * @public
 */
export function planStandaloneAction(
  action: FlinkAction,
  moment: StandaloneMoment,
): ActionPlan {
  switch (action.action) {
    case 'savepoint':
      return planStandaloneSavepoint(moment, action);
    case 'suspend':
      return planStandaloneStop(moment, action);
    case 'resume':
      return planStandaloneResume(moment);
    case 'restore':
      return planStandaloneRestore(moment, action);
    case 'restart':
      return planRestart(moment);
    case 'delete-snapshot':
      return refusedPlan(
        targetOf(moment),
        'Without the Flink operator nothing deletes the files of a savepoint.',
        'Delete them where they are stored.',
      );
    default:
      return impossible(action);
  }
}

/** What Kubernetes would do is no less than what the portal could. */
function planRestart(moment: StandaloneMoment): ActionPlan {
  const { namespace, name } = moment.job.metadata;
  const { sentence, remedy } = notRunning(moment) ?? {
    sentence: 'Without the Flink operator the portal restarts nothing.',
    remedy: `Restart its pods (kubectl --namespace ${namespace} rollout restart statefulset ${name}): it goes on from its last checkpoint.`,
  };
  return refusedPlan(targetOf(moment), sentence, remedy);
}

import { HealthReport } from '../../model/health';
import { Condition } from '../../resources/metadata';
import { StrimziPodSet } from '../../resources/strimzi';
import { Moment } from '../assess';
import { podGroupReport } from '../kafka-pods/podGroupReport';
import { groupOf } from '../kafka-pods/strimziPods';
import { holding, isBehind } from '../strimzi/conditions';
import { strimziDeletion } from '../strimzi/stuckDeletion';
import { isRefusal, refusedPods } from '../witness';

/** Whether the pods of a pod set are ready. `what` is a word for them, in the plural. */
export function podSetReport(
  podSet: StrimziPodSet,
  what: string,
  moment: Moment,
): HealthReport {
  const { metadata, status } = podSet;
  if (metadata.deletionTimestamp) {
    return strimziDeletion(`set of ${what}`, podSet, moment);
  }
  if (!status) {
    return {
      health: 'Progressing',
      reason: 'NotObserved',
      message: `The ${what} are not made yet`,
      since: metadata.creationTimestamp,
    };
  }
  const error = holding(podSet, 'Error');
  if (error) return notMade(error, what);
  const group = groupOf(podSet, what, moment.source);
  const report = podGroupReport(group, moment);
  if (report) return report;
  if (isBehind(podSet) || (status.currentPods ?? 0) < group.wanted) {
    return {
      health: 'Progressing',
      reason: 'Rolling',
      message: `The ${what} are being replaced, one after the other`,
    };
  }
  return {
    health: 'Healthy',
    reason: 'PodsReady',
    message: `All ${what} are ready (${group.wanted})`,
  };
}

/** Recorded for a moment in each roll, too: the pod before is not gone yet. */
function notMade(
  { message, lastTransitionTime: since }: Condition,
  what: string,
): HealthReport {
  return isRefusal(message ?? '')
    ? refusedPods(message, since)
    : {
        health: 'Progressing',
        reason: 'PodsNotMade',
        message: `The ${what} cannot be made at the moment`,
        since,
      };
}

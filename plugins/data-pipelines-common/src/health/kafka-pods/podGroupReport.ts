import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import { Moment } from '../assess';
import { lowerFirst } from '../lowerFirst';
import { secondsSince } from '../secondsSince';
import { ownerProblem, podProblem } from '../witness';
import { isReady, PodGroup, readyPods } from './PodGroup';
import { restartedPod, silentPod } from './probedPod';

/** Seconds that a pod may take to be ready; Strimzi gives up then, too. */
const START = 300;

/**
 * Whether all pods of a group serve and, if not, what their events say. A pod
 * that is replaced is Progressing: a roll looks the same.
 *
 * @returns undefined where all are ready
 */
export function podGroupReport(
  group: PodGroup,
  moment: Moment,
): HealthReport | undefined {
  const ready = readyPods(group);
  if (ready >= group.wanted) return undefined;
  const counted = `${ready} of ${group.wanted} ${group.what} are ready`;
  const problem =
    ownerProblem(group.owner, moment) ??
    podProblem(group.pods ?? [], moment) ??
    (group.pods ?? [])
      .map(pod => restartedPod(pod, moment) ?? silentPod(pod, moment))
      .find(found => found !== undefined);
  if (problem) {
    return {
      ...problem,
      message: `${counted}; ${lowerFirst(problem.message)}`,
    };
  }
  const since = startOfWait(group.pods ?? []);
  const late = secondsSince(since, moment.now) > START;
  return {
    health: late ? 'Degraded' : 'Progressing',
    reason: 'PodsNotReady',
    message: counted,
    ...(late && {
      nextStep:
        'Read the log of the pods that are not ready, and their events.',
    }),
    since,
  };
}

/** Since when the pod that waits longest has not been ready. */
function startOfWait(pods: readonly Pod[]): string | undefined {
  return pods
    .filter(pod => !isReady(pod))
    .map(
      ({ metadata, status }) =>
        metadata.deletionTimestamp ??
        status?.conditions?.find(({ type }) => type === 'Ready')
          ?.lastTransitionTime ??
        metadata.creationTimestamp,
    )
    .filter(time => time !== undefined)
    .sort()
    .at(0);
}

import { HealthReport } from '../model/health';
import { Pod } from '../resources/pod';

/** Why a container waits, where waiting longer does not help. */
const HOPELESS: Record<string, { problem: string; nextStep: string }> = {
  ImagePullBackOff: {
    problem: 'cannot be pulled',
    nextStep: "Check the image's name and tag, and the pull secret.",
  },
  ErrImagePull: {
    problem: 'cannot be pulled',
    nextStep: "Check the image's name and tag, and the pull secret.",
  },
  InvalidImageName: {
    problem: 'has no valid name',
    nextStep: 'Correct the image in the values.',
  },
  CrashLoopBackOff: {
    problem: 'crashes again and again',
    nextStep: 'Read the log of the pod.',
  },
  CreateContainerConfigError: {
    problem: 'refers to a ConfigMap or Secret that is not there',
    nextStep: 'Create what the message names.',
  },
};

/**
 * What the pods say when the resource itself is silent: an image that cannot
 * be pulled, a crash loop, no node with room.
 *
 * @public
 */
export function podProblem(pods: readonly Pod[]): HealthReport | undefined {
  for (const pod of pods) {
    const scheduled = pod.status?.conditions?.find(
      condition => condition.type === 'PodScheduled',
    );
    if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') {
      return {
        health: 'Degraded',
        reason: 'Unschedulable',
        message: `Pod ${pod.metadata.name} finds no node: ${
          scheduled.message ?? 'no reason given'
        }`,
        nextStep: 'Ask for less CPU or memory, or add nodes.',
        since: scheduled.lastTransitionTime,
      };
    }
    for (const container of pod.status?.containerStatuses ?? []) {
      const waiting = container.state?.waiting;
      const known = waiting?.reason && HOPELESS[waiting.reason];
      if (known) {
        const subject = waiting.reason?.includes('Image')
          ? 'The image of'
          : 'Container';
        return {
          health: 'Degraded',
          reason: waiting.reason!,
          message: `${subject} ${container.name} in pod ${pod.metadata.name} ${
            known.problem
          }${waiting.message ? `: ${waiting.message}` : ''}`,
          nextStep: known.nextStep,
          since: pod.metadata.creationTimestamp,
        };
      }
    }
  }
  return undefined;
}

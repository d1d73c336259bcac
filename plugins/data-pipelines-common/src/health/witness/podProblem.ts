import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import { Moment } from '../assess';
import { containerProblem } from './containerProblem';
import { eventsAbout } from './events';
import { failedPod } from './failedPod';
import { nodeProblem } from './nodeProblem';
import { schedulingProblem } from './schedulingProblem';
import { startProblem } from './startProblem';

/**
 * What pods and their events say when the resource itself is silent: an image
 * that cannot be pulled, a crash loop, no memory, no node with room, a volume
 * that cannot be mounted, a node that is gone.
 *
 * @param pods - all pods that belong together; those that are being deleted
 * or that another pod has replaced are no problem
 * @returns the worst problem. Progressing: it may pass by itself, so it is for
 * the sentence and does not make something that runs less healthy. Undefined:
 * nothing is wrong with the pods.
 * @public
 */
export function podProblem(
  pods: readonly Pod[],
  moment: Moment,
): HealthReport | undefined {
  const problems = pods
    .map(pod => problemOf(pod, pods, moment))
    .filter((found): found is HealthReport => found !== undefined);
  return problems.find(({ health }) => health === 'Degraded') ?? problems.at(0);
}

function problemOf(
  pod: Pod,
  pods: readonly Pod[],
  moment: Moment,
): HealthReport | undefined {
  const { metadata, status } = pod;
  if (metadata.deletionTimestamp || status?.phase === 'Succeeded') {
    return undefined;
  }
  if (status?.phase === 'Failed') {
    return isReplaced(pod, pods) ? undefined : failedPod(pod);
  }
  const events = eventsAbout({ kind: 'Pod', metadata }, moment);
  const found =
    nodeProblem(pod, events, moment) ??
    schedulingProblem(pod, events, moment) ??
    containersProblem(pod, moment) ??
    startProblem(pod, events, moment);
  return (
    found && { ...found, since: found.since ?? metadata.creationTimestamp }
  );
}

function containersProblem(
  { metadata, status }: Pod,
  moment: Moment,
): HealthReport | undefined {
  const found = [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ].map(container => containerProblem(metadata.name, container, moment));
  return (
    found.find(problem => problem?.health === 'Degraded') ??
    found.find(problem => problem)
  );
}

/** A pod of a Deployment that failed stays; the one in its place counts. */
function isReplaced(failed: Pod, pods: readonly Pod[]): boolean {
  const madeAt = Date.parse(failed.metadata.creationTimestamp ?? '');
  return pods.some(
    other =>
      other !== failed &&
      role(other) === role(failed) &&
      Date.parse(other.metadata.creationTimestamp ?? '') > madeAt,
  );
}

/** Flink's and Spark's own words for what a pod is. */
function role({ metadata: { labels } }: Pod): string | undefined {
  return labels.component ?? labels['spark-role'];
}

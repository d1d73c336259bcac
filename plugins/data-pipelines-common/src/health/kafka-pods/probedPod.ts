import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';

/** Seconds that a pod that was ready before may miss its probes. */
const HICCUP = 15;
/** Seconds after its start in which a container is still starting. */
const STARTING = 120;
/** Starting again this often is no bad luck any more. */
const OFTEN = 3;
/** Kubernetes waits five minutes at most between two starts. */
const LONGEST_BACKOFF = 330;

/** A pod that runs, was ready before and no longer answers. */
export function silentPod(
  { metadata, status }: Pod,
  { now }: Moment,
): HealthReport | undefined {
  const lost = status?.conditions?.find(
    ({ type, status: value }) => type === 'Ready' && value === 'False',
  )?.lastTransitionTime;
  const ran =
    (Date.parse(lost ?? '') - Date.parse(latestStart({ status }) ?? '')) / 1000;
  if (metadata.deletionTimestamp || !(ran > STARTING)) return undefined;
  return secondsSince(lost, now) > HICCUP
    ? {
        health: 'Degraded',
        reason: 'PodNotAnswering',
        message: `Pod ${metadata.name} runs and no longer answers`,
        nextStep: `Read its log: kubectl logs ${metadata.name}.`,
        since: lost,
      }
    : undefined;
}

/** A container that ends without an error each time: its liveness probe kills it. */
export function restartedPod(
  { metadata, status }: Pod,
  { now }: Moment,
): HealthReport | undefined {
  const container = (status?.containerStatuses ?? []).find(
    ({ ready, restartCount = 0, lastState }) =>
      !ready &&
      restartCount >= OFTEN &&
      lastState?.terminated?.finishedAt !== undefined &&
      secondsSince(lastState.terminated.finishedAt, now) < LONGEST_BACKOFF,
  );
  return (
    container && {
      health: 'Degraded',
      reason: 'RestartLoop',
      message: `Container ${container.name} in pod ${metadata.name} is started again and again (${container.restartCount} times) and is not ready`,
      nextStep: `Read its log: kubectl logs ${metadata.name} -c ${container.name} --previous; its events say whether its probe ends it.`,
      since: container.lastState?.terminated?.finishedAt,
    }
  );
}

/** When the container that started last started; undefined unless all run. */
function latestStart({ status }: Pick<Pod, 'status'>): string | undefined {
  const starts = (status?.containerStatuses ?? []).map(
    ({ state }) => state?.running?.startedAt,
  );
  return starts.includes(undefined) ? undefined : starts.sort().at(-1);
}

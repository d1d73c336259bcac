import { HealthReport } from '../../model/health';
import { ObjectEvent } from '../../resources/objectEvent';
import { Pod } from '../../resources/pod';
import { Moment } from '../assess';
import { eventAge } from './events';

/** A node that is back makes its pods ready again, so the event counts with that only. */
const EVICTED_AFTER = 600;

/** That the node of a pod is gone: the pod stays `Running` for five minutes. */
export function nodeProblem(
  pod: Pod,
  events: readonly ObjectEvent[],
  moment: Moment,
): HealthReport | undefined {
  const { status, metadata } = pod;
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  const gone = events.find(
    event =>
      event.reason === 'NodeNotReady' &&
      eventAge(event, moment) < EVICTED_AFTER,
  );
  const lost = status?.reason === 'NodeLost' || status?.phase === 'Unknown';
  if (!lost && !(gone && ready?.status !== 'True')) return undefined;
  return {
    health: 'Degraded',
    reason: 'NodeNotReady',
    message: `The node of pod ${metadata.name} does not answer`,
    nextStep:
      'Bring the node back or remove it; Kubernetes moves its pods after five minutes.',
    since: ready?.lastTransitionTime,
  };
}

import { HealthReport } from '../../model/health';
import { ObjectEvent } from '../../resources/objectEvent';
import { Pod } from '../../resources/pod';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';
import { eventAge } from './events';
import { plainMessage } from './plainMessage';

/** Seconds in which room may come free, such as that of the pod replaced. */
const ROOM_COMES_FREE = 15;
/** Seconds that a new node takes at most. */
const NODE_COMES = 600;

/** Why no node takes a pod. */
export function schedulingProblem(
  pod: Pod,
  events: readonly ObjectEvent[],
  moment: Moment,
): HealthReport | undefined {
  const scheduled = pod.status?.conditions?.find(
    condition => condition.type === 'PodScheduled',
  );
  if (scheduled?.status !== 'False') return undefined;
  if (scheduled.reason !== 'Unschedulable') return undefined;
  const since = scheduled.lastTransitionTime;
  const autoscaler = events.find(event =>
    /^(NotTriggerScaleUp|TriggeredScaleUp)$/.test(event.reason ?? ''),
  );
  const nodeComes =
    autoscaler?.reason === 'TriggeredScaleUp' &&
    eventAge(autoscaler, moment) < NODE_COMES;
  const early =
    since !== undefined &&
    autoscaler?.reason !== 'NotTriggerScaleUp' &&
    secondsSince(since, moment.now) < ROOM_COMES_FREE;
  return {
    health: nodeComes || early ? 'Progressing' : 'Degraded',
    reason: 'Unschedulable',
    message: `Pod ${pod.metadata.name} ${
      nodeComes ? 'waits for a new node' : 'finds no node'
    }: ${firstPart(scheduled.message)}`,
    nextStep: remedyOf(scheduled.message ?? ''),
    since,
  };
}

/** Without what the scheduler says of preemption. */
function firstPart(message: string | undefined): string {
  return (
    plainMessage(message).replace(
      /\.? (?:no new claims to deallocate, )?preemption:.*$/,
      '',
    ) || 'no reason given'
  );
}

function remedyOf(message: string): string {
  if (/PersistentVolumeClaim|volume node affinity/.test(message)) {
    return 'Look at its PersistentVolumeClaims: their volumes are not there, or on another node.';
  }
  if (/Insufficient|Too many pods/.test(message)) {
    return 'Ask for less CPU or memory, or add nodes.';
  }
  return /taint|affinity|selector/.test(message)
    ? 'Correct its node selector, affinity or tolerations, or label a node for it.'
    : 'Ask for less CPU or memory, or add nodes.';
}

import { HealthReport } from '../../model/health';
import { eventTime, ObjectEvent } from '../../resources/objectEvent';
import { Pod } from '../../resources/pod';
import { Moment } from '../assess';
import { known } from '../known';
import { secondsSince } from '../secondsSince';
import { eventAge, firstTime } from './events';
import { plainMessage } from './plainMessage';

/**
 * Seconds in which a mount may fail in an ordinary upgrade: the pod is there
 * before what it mounts (recorded: for a second or two).
 */
const MOUNT_RACE = 15;
/** Seconds after which an image that is still being pulled is news. */
const PULL = 25;
/** Seconds in which the kubelet repeats what is still wrong. */
const REPEATED = 180;

/** What the kubelet tells in events of a pod whose containers do not start. */
export function startProblem(
  pod: Pod,
  events: readonly ObjectEvent[],
  moment: Moment,
): HealthReport | undefined {
  if (!waits(pod)) return undefined;
  return (
    failedPull(pod, events) ??
    failedSetUp(pod, events, moment) ??
    slowPull(pod, events, moment)
  );
}

function waits({ status }: Pod): boolean {
  return [
    ...(status?.initContainerStatuses ?? []),
    ...(status?.containerStatuses ?? []),
  ].some(({ state }) => state?.waiting);
}

/** The pod's own status says so only up to a minute later (recorded: 15 s). */
function failedPull(
  pod: Pod,
  events: readonly ObjectEvent[],
): HealthReport | undefined {
  const newest = events.find(({ reason }) =>
    /^(Failed|BackOff|Pulled|Created|Started)$/.test(reason ?? ''),
  );
  const failed = events.find(
    ({ reason, message }) =>
      reason === 'Failed' && message?.startsWith('Failed to pull image'),
  );
  if (!failed || !/^(Failed|BackOff)$/.test(newest?.reason ?? '')) {
    return undefined;
  }
  return {
    health: 'Degraded',
    reason: 'ErrImagePull',
    message: `An image of pod ${
      pod.metadata.name
    } cannot be pulled: ${plainMessage(failed.message)}`,
    nextStep: "Check the image's name and tag, and the pull secret.",
    since: firstTime(failed),
  };
}

const SET_UP: Readonly<Record<string, { what: string; nextStep: string }>> = {
  FailedMount: {
    what: 'a volume cannot be mounted',
    nextStep: 'Create the Secret, ConfigMap or volume that the message names.',
  },
  FailedAttachVolume: {
    what: 'a volume cannot be attached to its node',
    nextStep: 'See whether another pod or a dead node still holds the volume.',
  },
  FailedCreatePodSandBox: {
    what: 'its node cannot give it a network',
    nextStep: "Look at the node's network plugin.",
  },
};

function failedSetUp(
  pod: Pod,
  events: readonly ObjectEvent[],
  moment: Moment,
): HealthReport | undefined {
  const event = events.find(
    one =>
      known(SET_UP, one.reason) &&
      eventAge(one, moment) < REPEATED &&
      !events.some(other => isLaterStep(other, one)),
  );
  const told = known(SET_UP, event?.reason);
  if (!event || !told) return undefined;
  const since = firstTime(event);
  return {
    health:
      secondsSince(since, moment.now) < MOUNT_RACE ? 'Progressing' : 'Degraded',
    reason: event.reason!,
    message: `Pod ${pod.metadata.name} cannot start, ${
      told.what
    }: ${plainMessage(event.message)}`,
    nextStep: told.nextStep,
    since,
  };
}

/** Images are pulled and containers made only after all volumes are mounted. */
function isLaterStep(other: ObjectEvent, failed: ObjectEvent): boolean {
  return (
    /^(Pulling|Pulled|Created|Started)$/.test(other.reason ?? '') &&
    Date.parse(eventTime(other) ?? '') >= Date.parse(eventTime(failed) ?? '')
  );
}

function slowPull(
  pod: Pod,
  events: readonly ObjectEvent[],
  moment: Moment,
): HealthReport | undefined {
  const pulling = events.find(({ reason }) => reason === 'Pulling');
  if (!pulling) return undefined;
  const image = /"(.*)"/.exec(pulling.message ?? '')?.[1];
  const done = events.some(
    ({ reason, message }) =>
      reason === 'Pulled' && image && message?.includes(`"${image}"`),
  );
  const took = eventAge(pulling, moment);
  if (done || took < PULL) return undefined;
  return {
    health: 'Degraded',
    reason: 'ImagePullSlow',
    message: `Pod ${pod.metadata.name} still waits for its image ${
      image ?? ''
    }, which has been pulled for more than ${PULL} seconds`,
    nextStep:
      'See whether the registry can be reached and has the image; a large one may only need more time.',
    since: firstTime(pulling),
  };
}

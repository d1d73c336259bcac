import { HealthReport } from '../../model/health';
import { firstTime, eventAge, eventsAbout, Subject } from './events';
import { Moment } from '../assess';
import { plainMessage } from './plainMessage';

/** Controllers try again every 16 minutes at least. */
const REPEATED = 1200;

const CAUSES: ReadonlyArray<{
  when: RegExp;
  reason: string;
  what: string;
  nextStep: string;
}> = [
  {
    when: /exceeded quota|must specify (?:limits|requests|cpu|memory)/,
    reason: 'QuotaExceeded',
    what: "the namespace's quota is used up",
    nextStep:
      'Raise the quota of the namespace, or ask for less CPU and memory.',
  },
  {
    when: /violates PodSecurity/,
    reason: 'PodSecurityRefused',
    what: "the namespace's pod security standard refuses them",
    nextStep: 'Correct the security context, or the label of the namespace.',
  },
  {
    when: /admission webhook|denied the request|failed calling webhook/,
    reason: 'WebhookRefused',
    what: 'an admission webhook refuses them',
    nextStep: 'Correct what the webhook objects to, or ask who runs it.',
  },
  {
    when: /serviceaccount .* not found|service account .* not found/i,
    reason: 'ServiceAccountMissing',
    what: 'their ServiceAccount is not there',
    nextStep: 'Create the ServiceAccount that the message names.',
  },
  {
    when: /maximum .* usage per|minimum .* usage per|LimitRange/,
    reason: 'LimitRangeRefused',
    what: 'the limit range of the namespace refuses them',
    nextStep: 'Ask for CPU and memory within the limit range.',
  },
];

/**
 * Why the pods of something are not even made: the events of the Deployment,
 * StatefulSet, StrimziPodSet or Job that should make them. A Deployment's are
 * those of its ReplicaSets.
 *
 * @public
 */
export function ownerProblem(
  owner: Subject,
  moment: Moment,
): HealthReport | undefined {
  const newest = eventsAbout(owner, moment).find(({ reason }) =>
    /^(FailedCreate|SuccessfulCreate)$/.test(reason ?? ''),
  );
  if (newest?.reason !== 'FailedCreate') return undefined;
  if (eventAge(newest, moment) > REPEATED) return undefined;
  return refusedPods(newest.message, firstTime(newest));
}

/**
 * What it means that the API server refused to make pods.
 *
 * @param message - its sentence, from an event, a condition or an exception
 * @public
 */
export function refusedPods(
  message: string | undefined,
  since: string | undefined,
): HealthReport {
  const cause = CAUSES.find(({ when }) => when.test(message ?? ''));
  return {
    health: 'Degraded',
    reason: cause?.reason ?? 'FailedCreate',
    message: `Pods cannot be made${
      cause ? `, ${cause.what}` : ''
    }: ${plainMessage(message)}`,
    nextStep:
      cause?.nextStep ??
      'Correct what the message names, then upgrade the release.',
    since,
  };
}

/**
 * True for a sentence of the API server that refuses pods.
 *
 * @public
 */
export function isRefusal(message: string): boolean {
  return CAUSES.some(({ when }) => when.test(message));
}

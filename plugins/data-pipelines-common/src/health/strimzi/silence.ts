import { HealthReport } from '../../model/health';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';
import { StrimziObject } from './conditions';

/** Label that says which cluster something belongs to. */
export const CLUSTER_LABEL = 'strimzi.io/cluster';

/** Seconds in which an operator answers (recorded: 1 to 10). */
const ANSWERS = 60;
/** Seconds in which the rest of a release may still come. */
const RELEASE = 10;

/** Who should have answered. */
export interface Addressee {
  /** Such as `topic`. */
  what: string;
  /** Such as `topic operator`. */
  operator: string;
  /** Such as `Kafka cluster`. */
  owner: string;
  /** What to check where the operator is silent. */
  check: string;
}

/**
 * Why nobody has written a status: Strimzi says nothing of a label that is
 * missing or names a cluster that is not there.
 *
 * @param owner - the object that the label names; null where there is none
 * @param ownerReady - whether its operators can be at work yet
 */
export function strimziSilence(
  { what, operator, owner: kind, check }: Addressee,
  { metadata }: StrimziObject,
  moment: Moment,
  owner: { ready: boolean } | null,
): HealthReport {
  const label = metadata.labels[CLUSTER_LABEL];
  const since = metadata.creationTimestamp;
  const age = secondsSince(since, moment.now);
  if (!label || (!owner && age > RELEASE)) {
    return noSuchOwner(what, kind, { metadata });
  }
  if (owner && !owner.ready) {
    return {
      health: 'Progressing',
      reason: 'WaitsForCluster',
      message: `The ${what} waits for the ${kind} ${label} to be ready`,
      since,
    };
  }
  return age > ANSWERS
    ? {
        health: 'Degraded',
        reason: 'OperatorSilent',
        message: `No ${operator} has looked at the ${what}`,
        nextStep: check,
        since,
      }
    : {
        health: 'Progressing',
        reason: 'NotObserved',
        message: `No ${operator} has looked at the ${what} yet`,
        nextStep: `If this lasts: ${check}`,
        since,
      };
}

/** Of something whose label is missing, or names a cluster that is not there. */
export function noSuchOwner(
  what: string,
  kind: string,
  { metadata }: StrimziObject,
): HealthReport {
  const { labels, namespace, creationTimestamp: since } = metadata;
  const label = labels[CLUSTER_LABEL];
  return label
    ? {
        health: 'Degraded',
        reason: 'NoSuchCluster',
        message: `No operator takes the ${what}: there is no ${kind} ${label} in namespace ${namespace}`,
        nextStep: `Correct the label ${CLUSTER_LABEL}, or create the ${kind} that it names.`,
        since,
      }
    : {
        health: 'Degraded',
        reason: 'NoClusterLabel',
        message: `No operator takes the ${what}: it has no label ${CLUSTER_LABEL}`,
        nextStep: `Add the label ${CLUSTER_LABEL} with the name of the ${kind}.`,
        since,
      };
}

import { HealthReport } from '../../model/health';
import { ConfluentKafka, KRaftController } from '../../resources/confluent';
import { Condition } from '../../resources/metadata';
import { ObjectSource } from '../../objects/ObjectSource';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { PodGroup } from '../kafka-pods/PodGroup';
import { podGroupReport } from '../kafka-pods/podGroupReport';
import { secondsSince } from '../secondsSince';
import { plainMessage } from '../witness';

/** Confluent's annotation that makes its operator leave an object alone. */
export const BLOCK_RECONCILE = 'platform.confluent.io/block-reconcile';

/** Seconds in which Confluent's operator answers. */
const ANSWERS = 60;

/** How a kind of servers is spoken of. */
export interface Servers {
  /** Such as `Kafka cluster`. */
  what: string;
  /** Such as `brokers`. */
  nodes: string;
}

/**
 * How well servers of Confluent for Kubernetes are, from the phase, which the
 * CRD knows as `PROVISIONING` and `RUNNING`, and from the pods. From CRD and
 * documentation only: not recorded from a running operator.
 */
export function confluentServersReport(
  { what, nodes }: Servers,
  object: ConfluentKafka | KRaftController,
  moment: Moment,
): HealthReport {
  const { metadata, status } = object;
  if (metadata.deletionTimestamp) return deleting(what, metadata);
  if (metadata.annotations[BLOCK_RECONCILE] === 'true') {
    return {
      health: 'Suspended',
      reason: 'ReconciliationPaused',
      message: `Changes of the ${what} are paused on request`,
    };
  }
  const pods = podGroupReport(
    confluentPods(object, nodes, moment.source),
    moment,
  );
  if (pods?.health === 'Degraded') return pods;
  const phase = status?.phase;
  if (phase === undefined) return notObserved(what, object, moment);
  if (phase === 'RUNNING') {
    return (
      behind(what, object) ??
      pods ?? {
        health: 'Healthy',
        reason: 'Running',
        message: `The ${what} runs`,
      }
    );
  }
  if (phase === 'PROVISIONING') {
    return {
      health: 'Progressing',
      reason: 'Provisioning',
      message: `The ${what} is being made`,
      since: metadata.creationTimestamp,
    };
  }
  if (/^(FAILED|ERROR)$/.test(phase)) {
    return {
      health: 'Degraded',
      reason: 'Failed',
      message: `The ${what} has failed${failedCondition(status?.conditions)}`,
      nextStep: "Read the log of Confluent's operator.",
    };
  }
  return {
    health: 'Unknown',
    reason: 'StatusNotUnderstood',
    message: `The operator reports a phase that Headworks does not know (${phase})`,
    nextStep: 'Look at the resource with kubectl, and tell us about the phase.',
  };
}

/** The servers' pods: Confluent labels them with `app`, the object's name. */
export function confluentPods(
  { metadata, spec, status }: ConfluentKafka | KRaftController,
  what: string,
  source: ObjectSource,
): PodGroup {
  const pods = source
    .labelled('pods', metadata.namespace, 'app', metadata.name)
    .filter(pod => pod.metadata.labels['confluent-platform'] === 'true');
  return {
    what,
    owner: { kind: 'StatefulSet', metadata },
    wanted: spec?.replicas ?? status?.replicas ?? 0,
    ready: status?.readyReplicas ?? 0,
    ...(pods.length > 0 && { pods }),
  };
}

function behind(
  what: string,
  { metadata, status }: ConfluentKafka | KRaftController,
): HealthReport | undefined {
  const observed = status?.observedGeneration;
  return observed !== undefined && observed < (metadata.generation ?? 0)
    ? {
        health: 'Progressing',
        reason: 'SpecChanged',
        message: `The ${what} was changed and is not taken up yet`,
        since: metadata.written?.at,
      }
    : undefined;
}

function notObserved(
  what: string,
  { metadata: { creationTimestamp } }: ConfluentKafka | KRaftController,
  { now }: Moment,
): HealthReport {
  const late = secondsSince(creationTimestamp, now) > ANSWERS;
  return {
    health: late ? 'Degraded' : 'Progressing',
    reason: late ? 'OperatorSilent' : 'NotObserved',
    message: `No Confluent operator has looked at the ${what}${
      late ? '' : ' yet'
    }`,
    nextStep: `${
      late ? '' : 'If this lasts: '
    }Check that Confluent for Kubernetes runs and watches this namespace.`,
    since: creationTimestamp,
  };
}

function failedCondition(conditions: Condition[] | undefined): string {
  const failed = conditions?.find(
    ({ status, message }) => status === 'False' && message,
  );
  return failed ? `: ${plainMessage(failed.message)}` : '';
}

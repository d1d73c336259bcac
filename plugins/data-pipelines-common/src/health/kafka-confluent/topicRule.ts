import { HealthReport } from '../../model/health';
import { ConfluentKafkaTopic } from '../../resources/confluent';
import { ObjectSource } from '../../objects/ObjectSource';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { lowerFirst } from '../lowerFirst';
import { KAFKA_UNAVAILABLE } from '../kafka-cluster/unavailable';
import { readyPods } from '../kafka-pods/PodGroup';
import { secondsSince } from '../secondsSince';
import { plainMessage } from '../witness';
import { confluentKafkaRule } from './rules';
import { BLOCK_RECONCILE, confluentPods } from './servers';

/** Seconds in which Confluent's operator makes a topic. */
const ANSWERS = 60;

/**
 * How well a topic of Confluent for Kubernetes is, from `appState` (whose
 * values the CRD lists) or `state`, and from its Kafka cluster. From CRD and
 * documentation only: not recorded from a running operator.
 *
 * @public
 */
export function confluentKafkaTopicRule(
  topic: ConfluentKafkaTopic,
  moment: Moment,
): HealthReport {
  const { metadata } = topic;
  if (metadata.deletionTimestamp) return deleting('topic', metadata);
  if (metadata.annotations[BLOCK_RECONCILE] === 'true') {
    return {
      health: 'Suspended',
      reason: 'ReconciliationPaused',
      message: 'Changes of the topic are paused on request',
    };
  }
  return kafkaDown(topic, moment) ?? ownReport(topic, moment);
}

function ownReport(topic: ConfluentKafkaTopic, { now }: Moment): HealthReport {
  const { metadata, status } = topic;
  const appState = status?.appState;
  const known = appState && appState !== 'Unknown' ? appState : undefined;
  const state = String(known ?? status?.state ?? '').toUpperCase();
  if (state === 'CREATED') {
    return (status?.observedGeneration ?? Infinity) < (metadata.generation ?? 0)
      ? {
          health: 'Progressing',
          reason: 'SpecChanged',
          message: 'The topic was changed and is not taken up yet',
          since: metadata.written?.at,
        }
      : { health: 'Healthy', reason: 'Ready', message: 'The topic is ready' };
  }
  const failed = status?.conditions?.find(
    one => one.status === 'False' && one.message,
  );
  if (failed || /^(FAILED|ERROR)$/.test(state)) {
    return {
      health: 'Degraded',
      reason: 'TopicFailed',
      message: `The topic is not ready: ${
        plainMessage(failed?.message) || 'no reason given'
      }`,
      nextStep: 'Correct the topic in the values, then upgrade the release.',
      since: failed?.lastTransitionTime,
    };
  }
  if (state !== '' && state !== 'DELETED') {
    return {
      health: 'Unknown',
      reason: 'StatusNotUnderstood',
      message: `The operator reports a state that Headworks does not know (${state})`,
      nextStep:
        'Look at the resource with kubectl, and tell us about the state.',
    };
  }
  const since = metadata.creationTimestamp;
  const late = secondsSince(since, now) > ANSWERS;
  return {
    health: late ? 'Degraded' : 'Progressing',
    reason: late ? 'OperatorSilent' : 'NotObserved',
    message: `No operator has made the topic${late ? '' : ' yet'}`,
    nextStep: `${
      late ? '' : 'If this lasts: '
    }Check that Confluent for Kubernetes runs, and the topic's reference to its Kafka cluster.`,
    since,
  };
}

/** The cluster that a topic refers to, or the one of its namespace. */
export function confluentKafkaOf(
  { metadata, spec }: ConfluentKafkaTopic,
  source: ObjectSource,
) {
  const { name, namespace = metadata.namespace } = spec?.kafkaClusterRef ?? {};
  if (name) return source.get('kafkas.platform.confluent.io', namespace, name);
  const all = source.inNamespace('kafkas.platform.confluent.io', namespace);
  return all.length === 1 ? all[0] : undefined;
}

function kafkaDown(
  topic: ConfluentKafkaTopic,
  moment: Moment,
): HealthReport | undefined {
  const kafka = confluentKafkaOf(topic, moment.source);
  if (!kafka) return undefined;
  const brokers = confluentPods(kafka, 'brokers', moment.source);
  if (brokers.wanted === 0 || readyPods(brokers) > 0) return undefined;
  const report = confluentKafkaRule(kafka, moment);
  const { namespace, name } = kafka.metadata;
  return {
    ...report,
    health: report.health === 'Progressing' ? 'Progressing' : 'Degraded',
    reason: KAFKA_UNAVAILABLE,
    message: `The topic cannot be used, its Kafka cluster ${namespace}/${name} is not available: ${lowerFirst(
      report.message,
    )}`,
  };
}

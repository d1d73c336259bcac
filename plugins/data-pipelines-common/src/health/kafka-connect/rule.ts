import { HealthReport } from '../../model/health';
import { KafkaConnect } from '../../resources/strimzi';
import { Moment } from '../assess';
import { kafkaUnavailable } from '../kafka-cluster/unavailable';
import { podSetsOf } from '../kafka-pods/strimziPods';
import { secondsSince } from '../secondsSince';
import { isObserved } from '../strimzi/conditions';
import { onOlderSpec } from '../strimzi/onOlderSpec';
import { reconciled, Wording } from '../strimzi/reconciled';
import { strimziDeletion } from '../strimzi/stuckDeletion';
import { podSetReport } from '../strimzi-pod-set/podSetReport';
import { kafkaOfConnect } from './kafkaOfConnect';

/** Seconds in which the cluster operator answers. */
const ANSWERS = 60;

const WORDING: Wording = {
  what: 'Connect cluster',
  nextStep:
    'Correct the Connect cluster in the values, then upgrade the release.',
  takesUp: 600,
};

/**
 * How well Kafka Connect is: what its operator says, which stays `Ready=True`
 * for minutes while its pods crash, and what the pods say. Workers cannot live
 * without brokers: where no broker runs, the reason is `KafkaUnavailable`.
 *
 * @public
 */
export function kafkaConnectRule(
  connect: KafkaConnect,
  moment: Moment,
): HealthReport {
  const { metadata, spec } = connect;
  if (metadata.deletionTimestamp) {
    return strimziDeletion(WORDING.what, connect, moment);
  }
  if (!isObserved(connect)) return notObserved(connect, moment);
  const said = reconciled(WORDING, connect, moment);
  const workers = workersReport(connect, moment);
  const well = said.health === 'Healthy' && !workers;
  if (!well) {
    const kafka = kafkaOfConnect(connect, moment.source);
    const down = kafkaUnavailable(WORDING.what, kafka, moment);
    if (down) return down;
  }
  if (spec?.replicas === 0 && said.health === 'Healthy') {
    return {
      health: 'Suspended',
      reason: 'NoReplicas',
      message: 'The Connect cluster has no workers on request',
      since: metadata.written?.at,
    };
  }
  if (workers?.health === 'Degraded') return onOlderSpec(workers, connect);
  if (said.health === 'Degraded' || said.health === 'Suspended') return said;
  return workers && said.reason !== 'Creating' ? workers : said;
}

function workersReport(
  { metadata: { namespace, name } }: KafkaConnect,
  moment: Moment,
): HealthReport | undefined {
  return podSetsOf(moment.source, { kind: 'KafkaConnect', namespace, name })
    .map(podSet => podSetReport(podSet, 'workers', moment))
    .find(({ health }) => health !== 'Healthy');
}

function notObserved(
  { metadata }: KafkaConnect,
  { now }: Moment,
): HealthReport {
  const since = metadata.creationTimestamp;
  const late = secondsSince(since, now) > ANSWERS;
  const check =
    'Check that the Strimzi operator runs and watches this namespace.';
  return {
    health: late ? 'Degraded' : 'Progressing',
    reason: late ? 'OperatorSilent' : 'NotObserved',
    message: `No Strimzi operator has looked at the Connect cluster${
      late ? '' : ' yet'
    }`,
    nextStep: late ? check : `If this lasts: ${check}`,
    since,
  };
}

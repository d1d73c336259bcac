import { HealthReport } from '../../model/health';
import { StrimziKafka } from '../../resources/strimzi';
import { Moment } from '../assess';
import { lowerFirst } from '../lowerFirst';
import { podSetsOf, podsOf } from '../kafka-pods/strimziPods';
import { secondsSince } from '../secondsSince';
import { isObserved } from '../strimzi/conditions';
import { onOlderSpec } from '../strimzi/onOlderSpec';
import { reconciled, Wording } from '../strimzi/reconciled';
import { strimziDeletion } from '../strimzi/stuckDeletion';
import { podSetReport } from '../strimzi-pod-set/podSetReport';
import { severity } from '../severity';
import { podProblem } from '../witness';
import { rolesOf } from './brokers';

/** Seconds in which the cluster operator answers (recorded: 1). */
const ANSWERS = 60;

const WORDING: Wording = {
  what: 'Kafka cluster',
  nextStep: 'Correct the cluster in the values, then upgrade the release.',
  takesUp: 600,
};

/**
 * How well a Strimzi Kafka cluster is: what its operator says and, because
 * `Ready=True` stays for minutes with no broker running, what its pod sets,
 * pods and their events say.
 *
 * @public
 */
export function strimziKafkaRule(
  kafka: StrimziKafka,
  moment: Moment,
): HealthReport {
  if (kafka.metadata.deletionTimestamp) {
    return strimziDeletion(WORDING.what, kafka, moment);
  }
  if (!isObserved(kafka)) return notObserved(kafka, moment);
  const said = reconciled(WORDING, kafka, moment);
  const nodes = nodesReport(kafka, moment);
  if (nodes?.health === 'Degraded') return onOlderSpec(nodes, kafka);
  if (said.health === 'Degraded' || said.health === 'Suspended') return said;
  if (nodes && said.reason !== 'Creating') return nodes;
  return said.health === 'Healthy' ? operators(kafka, moment) ?? said : said;
}

function notObserved(
  { metadata }: StrimziKafka,
  { now }: Moment,
): HealthReport {
  const since = metadata.creationTimestamp;
  const late = secondsSince(since, now) > ANSWERS;
  const check =
    'Check that the Strimzi operator runs and watches this namespace.';
  return {
    health: late ? 'Degraded' : 'Progressing',
    reason: late ? 'OperatorSilent' : 'NotObserved',
    message: `No Strimzi operator has looked at the Kafka cluster${
      late ? '' : ' yet'
    }`,
    nextStep: late ? check : `If this lasts: ${check}`,
    since,
  };
}

/** The worst that pods of brokers and controllers say; undefined where all are well. */
function nodesReport(
  { metadata: { namespace, name } }: StrimziKafka,
  moment: Moment,
): HealthReport | undefined {
  return podSetsOf(moment.source, { kind: 'Kafka', namespace, name })
    .map(podSet => podSetReport(podSet, rolesOf(podSet, moment.source), moment))
    .filter(({ health }) => health !== 'Healthy')
    .sort((a, b) => severity(a.health) - severity(b.health))
    .at(0);
}

/** Brokers serve without them, but topics and users stay as they are. */
function operators(
  { metadata: { namespace, name } }: StrimziKafka,
  moment: Moment,
): HealthReport | undefined {
  const others = podsOf(moment.source, {
    kind: 'Kafka',
    namespace,
    name,
  }).filter(
    ({ metadata }) =>
      metadata.labels['strimzi.io/controller-name'] === undefined,
  );
  const problem = podProblem(others, moment);
  return problem?.health === 'Degraded'
    ? {
        ...problem,
        message: `The brokers run, but ${lowerFirst(problem.message)}`,
      }
    : undefined;
}

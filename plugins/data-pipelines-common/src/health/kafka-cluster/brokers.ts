import { ObjectSource } from '../../objects/ObjectSource';
import { StrimziKafka, StrimziPodSet } from '../../resources/strimzi';
import { PodGroup, readyPods } from '../kafka-pods/PodGroup';
import { groupOf, podSetsOf } from '../kafka-pods/strimziPods';

/** Nodes of a Kafka cluster. */
export interface NodeCount {
  ready: number;
  wanted: number;
}

/** What the nodes of a pod set are: `brokers`, `controllers`. */
export function rolesOf(podSet: StrimziPodSet, source: ObjectSource): string {
  return hasBrokers(podSet, source) ? 'brokers' : 'controllers';
}

/**
 * The brokers of a cluster over all of its pools, those that serve and those
 * that its pod sets should have.
 *
 * @returns undefined where it has no pod sets (yet)
 */
export function brokersOf(
  kafka: StrimziKafka,
  source: ObjectSource,
): NodeCount | undefined {
  const groups = brokerGroups(kafka, source);
  if (groups.length === 0) return undefined;
  return {
    ready: groups.reduce((sum, group) => sum + readyPods(group), 0),
    wanted: groups.reduce((sum, group) => sum + group.wanted, 0),
  };
}

/** When the latest of the brokers that are ready became so (ISO 8601). */
export function readySince(
  kafka: StrimziKafka,
  source: ObjectSource,
): string | undefined {
  return brokerGroups(kafka, source)
    .flatMap(({ pods }) => pods ?? [])
    .flatMap(({ status }) => status?.conditions ?? [])
    .filter(({ type, status }) => type === 'Ready' && status === 'True')
    .map(({ lastTransitionTime }) => lastTransitionTime)
    .filter(time => time !== undefined)
    .sort()
    .at(-1);
}

function brokerGroups(
  { metadata: { namespace, name } }: StrimziKafka,
  source: ObjectSource,
): PodGroup[] {
  return podSetsOf(source, { kind: 'Kafka', namespace, name })
    .filter(podSet => hasBrokers(podSet, source))
    .map(podSet => groupOf(podSet, 'brokers', source));
}

function hasBrokers({ metadata }: StrimziPodSet, source: ObjectSource) {
  const pool = source.get(
    'kafkanodepools.kafka.strimzi.io',
    metadata.namespace,
    metadata.labels['strimzi.io/pool-name'] ?? '',
  );
  return pool?.spec?.roles?.includes('broker') ?? true;
}

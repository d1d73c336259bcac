import { HealthReport } from '../../model/health';
import { KafkaNodePool } from '../../resources/strimzi';
import { Moment } from '../assess';
import { conditionOf, warnings } from '../strimzi/conditions';
import { operatorSays } from '../strimzi/operatorSays';
import { CLUSTER_LABEL, noSuchOwner, strimziSilence } from '../strimzi/silence';
import { strimziDeletion } from '../strimzi/stuckDeletion';
import { podSetReport } from '../strimzi-pod-set/podSetReport';

/**
 * How well a pool of Kafka nodes is. Strimzi never says that one is ready,
 * only which nodes it has: its pod set says the rest.
 *
 * @public
 */
export function kafkaNodePoolRule(
  pool: KafkaNodePool,
  moment: Moment,
): HealthReport {
  const { metadata, status } = pool;
  if (metadata.deletionTimestamp) {
    return strimziDeletion('node pool', pool, moment);
  }
  const cluster = metadata.labels[CLUSTER_LABEL] ?? '';
  const { namespace } = metadata;
  const kafka = moment.source.get(
    'kafkas.kafka.strimzi.io',
    namespace,
    cluster,
  );
  if (!status?.nodeIds) {
    return strimziSilence(
      {
        what: 'node pool',
        operator: 'Strimzi operator',
        owner: 'Kafka cluster',
        check:
          'Check that the Strimzi operator runs and watches this namespace.',
      },
      pool,
      moment,
      kafka
        ? { ready: conditionOf(kafka, 'NotReady')?.status !== 'True' }
        : null,
    );
  }
  if (!kafka) return noSuchOwner('node pool', 'Kafka cluster', pool);
  const podSet = moment.source.get(
    'strimzipodsets.core.strimzi.io',
    namespace,
    `${cluster}-${metadata.name}`,
  );
  const nodes = podSet && podSetReport(podSet, nodesOf(pool), moment);
  if (nodes && nodes.health !== 'Healthy') return nodes;
  if (!podSet && conditionOf(kafka, 'NotReady')?.reason === 'Creating') {
    return {
      health: 'Progressing',
      reason: 'Creating',
      message: 'The node pool is being made',
      since: metadata.creationTimestamp,
    };
  }
  return ownReport(pool);
}

function ownReport(pool: KafkaNodePool): HealthReport {
  const { metadata, status } = pool;
  if ((status?.observedGeneration ?? 0) < (metadata.generation ?? 0)) {
    return {
      health: 'Progressing',
      reason: 'SpecChanged',
      message: 'The node pool was changed and is not taken up yet',
      since: metadata.written?.at,
    };
  }
  const [warning] = warnings(pool);
  if (warning) {
    return {
      health: 'Degraded',
      reason: 'NotAsAskedFor',
      message: `The node pool is not as asked for: ${operatorSays({
        type: 'Warning',
        status: 'True',
        message: warning,
      })}`,
      nextStep:
        'Undo the change of the storage, or move to a new node pool that has it.',
      since: conditionOf(pool, 'Warning')?.lastTransitionTime,
    };
  }
  const count = status?.nodeIds?.length ?? 0;
  return {
    health: 'Healthy',
    reason: 'NodesReady',
    message: `The node pool has ${count} ${count === 1 ? 'node' : 'nodes'}`,
  };
}

function nodesOf({ spec }: KafkaNodePool): string {
  return spec?.roles?.includes('broker') ?? true ? 'brokers' : 'controllers';
}

import { brokersOf } from '../health/kafka-cluster/brokers';
import { confluentPods } from '../health/kafka-confluent/servers';
import { readyPods } from '../health/kafka-pods/PodGroup';
import { kafkaPoolOf } from '../health/kafka-stateful-set/kafkaPool';
import { KafkaClusterView } from '../model/views';
import { ObjectSource } from '../objects/ObjectSource';
import { ConfluentKafka } from '../resources/confluent';
import { StrimziKafka } from '../resources/strimzi';
import { StatefulSet } from '../resources/workloads';
import { tagOf, writtenImage } from './writtenImage';

/**
 * A Kafka cluster in one of the three modes that it can run in here: an object
 * of an operator, or the StatefulSets (one a pool) of one without an operator.
 *
 * @public
 */
export type KafkaCluster =
  | { mode: 'strimzi'; kafka: StrimziKafka }
  | { mode: 'confluent'; kafka: ConfluentKafka }
  | { mode: 'statefulset'; pools: readonly StatefulSet[] };

/**
 * What is worth knowing of a Kafka cluster beside its health: its version, and
 * how many of its brokers are ready. What is absent is not known.
 *
 * @public
 */
export function kafkaClusterFacts(
  cluster: KafkaCluster,
  source: ObjectSource,
): Pick<KafkaClusterView, 'version' | 'brokers'> {
  switch (cluster.mode) {
    case 'strimzi': {
      const { spec, status } = cluster.kafka;
      return {
        version: status?.kafkaVersion ?? spec?.kafka?.version,
        brokers: brokersOf(cluster.kafka, source),
      };
    }
    case 'confluent': {
      const brokers = confluentPods(cluster.kafka, 'brokers', source);
      return {
        version: tagOf(cluster.kafka.spec?.image?.application),
        brokers: { ready: readyPods(brokers), wanted: brokers.wanted },
      };
    }
    case 'statefulset': {
      const pools = cluster.pools
        .map(pool => kafkaPoolOf(pool, source))
        .filter(({ what }) => what === 'brokers');
      const [first] = cluster.pools;
      return {
        version: first && tagOf(writtenImage(first.metadata)),
        brokers: {
          ready: pools.reduce((sum, pool) => sum + readyPods(pool), 0),
          wanted: pools.reduce((sum, pool) => sum + pool.wanted, 0),
        },
      };
    }
    default:
      throw new Error('A Kafka cluster has one of three modes');
  }
}

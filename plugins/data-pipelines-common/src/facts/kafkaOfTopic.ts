import { ConfluentKafkaTopic } from '../resources/confluent';
import { KafkaTopic } from '../resources/kafkaTopic';
import { KafkaUser } from '../resources/strimzi';
import { CLUSTER_LABEL } from '../health/strimzi/silence';

/**
 * Namespace and name of an object.
 *
 * @public
 */
export interface ObjectName {
  namespace: string;
  name: string;
}

/**
 * The Kafka cluster that a topic or user says it is of, whether it exists or
 * not. Strimzi: the one of its label, beside it. Confluent: the one that it
 * refers to.
 *
 * @returns undefined where it names none
 * @public
 */
export function kafkaOfTopic(
  topic: KafkaTopic | KafkaUser | ConfluentKafkaTopic,
): ObjectName | undefined {
  const { metadata } = topic;
  const { name, namespace = metadata.namespace } =
    'spec' in topic && topic.spec && 'kafkaClusterRef' in topic.spec
      ? topic.spec.kafkaClusterRef ?? {}
      : { name: metadata.labels[CLUSTER_LABEL] };
  return name ? { namespace, name } : undefined;
}

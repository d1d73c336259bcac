import { ObjectSource } from '../../objects/ObjectSource';
import { ObjectMetadata } from '../../resources/metadata';
import { StrimziKafka } from '../../resources/strimzi';
import { CLUSTER_LABEL } from '../strimzi/silence';

/**
 * The Kafka cluster that a topic or user is of: the one of its own namespace,
 * else one whose entity operator watches this namespace.
 */
export function findKafka(
  { namespace, labels }: ObjectMetadata,
  source: ObjectSource,
): StrimziKafka | undefined {
  const name = labels[CLUSTER_LABEL];
  if (!name) return undefined;
  return (
    source.get('kafkas.kafka.strimzi.io', namespace, name) ??
    source
      .all('kafkas.kafka.strimzi.io')
      .find(
        ({ metadata, spec }) =>
          metadata.name === name &&
          Object.values(spec?.entityOperator ?? {}).some(
            operator => operator?.watchedNamespace === namespace,
          ),
      )
  );
}

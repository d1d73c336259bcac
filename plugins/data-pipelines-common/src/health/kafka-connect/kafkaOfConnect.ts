import { ObjectSource } from '../../objects/ObjectSource';
import { KafkaConnect, StrimziKafka } from '../../resources/strimzi';

/** Strimzi's bootstrap Service is named for its cluster. */
const BOOTSTRAP = /^([^.:,]+)-kafka-(?:\w+-)?bootstrap(?:\.([^.:,]+))?/;

/** The cluster that Connect's workers talk to, where it is one of Strimzi's. */
export function kafkaOfConnect(
  { metadata, spec }: KafkaConnect,
  source: ObjectSource,
): StrimziKafka | undefined {
  const [, name, namespace = metadata.namespace] =
    BOOTSTRAP.exec(spec?.bootstrapServers ?? '') ?? [];
  return name
    ? source.get('kafkas.kafka.strimzi.io', namespace, name)
    : undefined;
}

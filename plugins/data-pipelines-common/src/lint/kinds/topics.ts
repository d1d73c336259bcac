import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { KafkaTopicSpec, STRIMZI } from './kafka';

/** Of Confluent's KafkaTopic. */
interface ConfluentTopicSpec {
  name?: string;
  partitionCount?: number;
}

/** How many partitions a topic of the values has; undefined where somebody else declares it. */
export function partitionsOf(
  pipeline: RenderedPipeline,
  topic: string,
): number | undefined {
  const { global, kafka } = pipeline.values;
  const name = `${global?.kafka?.topicPrefix ?? ''}${topic}`;
  const strimzi = pipeline
    .all<KafkaTopicSpec>(STRIMZI, 'KafkaTopic')
    .find(named(name, ({ topicName }) => topicName));
  const confluent = pipeline
    .all<ConfluentTopicSpec>('platform.confluent.io', 'KafkaTopic')
    .find(named(name, spec => spec.name));
  const declared = kafka?.topics?.[topic];
  return (
    strimzi?.spec.partitions ??
    confluent?.spec.partitionCount ??
    (declared?.external ? undefined : declared?.partitions)
  );
}

function named<Spec extends object>(
  name: string,
  own: (spec: Partial<Spec>) => string | undefined,
) {
  return ({ spec, metadata }: ObjectOf<Spec>) =>
    (own(spec) ?? metadata.name) === name;
}

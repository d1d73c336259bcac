import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { KafkaTopicSpec, STRIMZI, TopicSettings } from './kafka';

/** A topic that an operator will make, whichever. */
export interface RenderedTopic {
  object: ObjectOf<object>;
  /** In Kafka. */
  name: string;
  partitions?: number;
  replicas?: number;
  config: TopicSettings;
  /** Of the settings inside the object. */
  configPath: string;
}

/** Of Confluent's KafkaTopic. */
interface ConfluentTopicSpec {
  name?: string;
  partitionCount?: number;
  replicas?: number;
  configs?: TopicSettings;
}

export function renderedTopics(pipeline: RenderedPipeline): RenderedTopic[] {
  return [
    ...pipeline
      .all<KafkaTopicSpec>(STRIMZI, 'KafkaTopic')
      .map(({ spec, ...object }) => ({
        object: { ...object, spec },
        name: spec.topicName ?? object.metadata.name,
        partitions: spec.partitions,
        replicas: spec.replicas,
        config: spec.config ?? {},
        configPath: 'spec.config',
      })),
    ...pipeline
      .all<ConfluentTopicSpec>('platform.confluent.io', 'KafkaTopic')
      .map(({ spec, ...object }) => ({
        object: { ...object, spec },
        name: spec.name ?? object.metadata.name,
        partitions: spec.partitionCount,
        replicas: spec.replicas,
        config: spec.configs ?? {},
        configPath: 'spec.configs',
      })),
  ];
}

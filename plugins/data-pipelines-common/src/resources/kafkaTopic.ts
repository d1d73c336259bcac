import { Condition, ObjectMetadata } from './metadata';

/**
 * What we read of a topic's configuration.
 *
 * @public
 */
export interface RetentionConfig {
  /** Milliseconds; -1: for ever. Kafka's default is seven days. */
  'retention.ms'?: string | number;
}

/**
 * What we read of Strimzi's KafkaTopic.
 *
 * @public
 */
export interface KafkaTopic {
  kind: 'KafkaTopic';
  metadata: ObjectMetadata;
  spec: {
    topicName?: string;
    partitions?: number;
    replicas?: number;
    config?: RetentionConfig;
  };
  status?: {
    observedGeneration?: number;
    conditions?: Condition[];
  };
}

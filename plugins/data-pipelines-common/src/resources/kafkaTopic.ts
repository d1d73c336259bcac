import { Condition, ObjectMetadata } from './metadata';

/**
 * What we read of Strimzi's KafkaTopic.
 *
 * @public
 */
export interface KafkaTopic {
  kind: 'KafkaTopic';
  metadata: ObjectMetadata;
  spec: { topicName?: string; partitions?: number; replicas?: number };
  status?: {
    observedGeneration?: number;
    conditions?: Condition[];
  };
}

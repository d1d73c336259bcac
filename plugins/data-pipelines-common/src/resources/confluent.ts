import { Condition, ObjectMetadata } from './metadata';

/** What Confluent's kinds have in common. */
interface ConfluentStatus {
  observedGeneration?: number;
  conditions?: Condition[];
  phase?: string;
  state?: string;
}

/**
 * What we read of Confluent for Kubernetes' Kafka.
 *
 * @public
 */
export interface ConfluentKafka {
  kind: 'Kafka';
  metadata: ObjectMetadata;
  spec: { replicas?: number };
  status?: ConfluentStatus & { replicas?: number; readyReplicas?: number };
}

/**
 * What we read of Confluent for Kubernetes' KafkaTopic.
 *
 * @public
 */
export interface ConfluentKafkaTopic {
  kind: 'KafkaTopic';
  metadata: ObjectMetadata;
  spec: { name?: string; partitionCount?: number; replicas?: number };
  status?: ConfluentStatus;
}

/**
 * What we read of Confluent for Kubernetes' KRaftController.
 *
 * @public
 */
export interface KRaftController {
  kind: 'KRaftController';
  metadata: ObjectMetadata;
  spec: { replicas?: number };
  status?: ConfluentStatus & { replicas?: number; readyReplicas?: number };
}

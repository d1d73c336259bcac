import { RetentionConfig } from './kafkaTopic';
import { Condition, ObjectMetadata } from './metadata';

/** What Confluent's kinds have in common. */
interface ConfluentStatus {
  observedGeneration?: number;
  conditions?: Condition[];
}

interface ServersStatus extends ConfluentStatus {
  /** The CRD describes `PROVISIONING` and `RUNNING`; it is a plain string there. */
  phase?: string;
  replicas?: number;
  readyReplicas?: number;
}

/**
 * What we read of Confluent for Kubernetes' Kafka.
 *
 * @public
 */
export interface ConfluentKafka {
  kind: 'Kafka';
  metadata: ObjectMetadata;
  spec: { replicas?: number; image?: { application?: string } };
  status?: ServersStatus;
}

/**
 * The CRD's enum of `appState`; `Unknown` is its default.
 *
 * @public
 */
export type ConfluentTopicState = 'Unknown' | 'Created' | 'Failed' | 'Deleted';

/**
 * What we read of Confluent for Kubernetes' KafkaTopic.
 *
 * @public
 */
export interface ConfluentKafkaTopic {
  kind: 'KafkaTopic';
  metadata: ObjectMetadata;
  spec: {
    name?: string;
    partitionCount?: number;
    replicas?: number;
    configs?: RetentionConfig;
    kafkaClusterRef?: { name?: string; namespace?: string };
  };
  status?: ConfluentStatus & {
    state?: string;
    appState?: ConfluentTopicState;
  };
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
  status?: ServersStatus;
}

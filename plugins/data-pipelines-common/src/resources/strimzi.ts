import { Condition, ObjectMetadata } from './metadata';

/** What every Strimzi kind has. */
interface StrimziStatus {
  observedGeneration?: number;
  conditions?: Condition[];
}

/**
 * What we read of Strimzi's Kafka.
 *
 * @public
 */
export interface StrimziKafka {
  kind: 'Kafka';
  metadata: ObjectMetadata;
  spec: {
    kafka?: { version?: string };
    entityOperator?: {
      topicOperator?: { watchedNamespace?: string };
      userOperator?: { watchedNamespace?: string };
    };
  };
  status?: StrimziStatus & { kafkaVersion?: string; clusterId?: string };
}

/**
 * What we read of Strimzi's KafkaNodePool.
 *
 * @public
 */
export interface KafkaNodePool {
  kind: 'KafkaNodePool';
  metadata: ObjectMetadata;
  spec: { replicas?: number; roles?: string[] };
  status?: StrimziStatus & { nodeIds?: number[]; replicas?: number };
}

/**
 * What we read of Strimzi's KafkaUser.
 *
 * @public
 */
export interface KafkaUser {
  kind: 'KafkaUser';
  metadata: ObjectMetadata;
  status?: StrimziStatus & { username?: string };
}

/**
 * What we read of Strimzi's KafkaConnect.
 *
 * @public
 */
export interface KafkaConnect {
  kind: 'KafkaConnect';
  metadata: ObjectMetadata;
  spec: { replicas?: number; bootstrapServers?: string };
  status?: StrimziStatus & { replicas?: number };
}

/**
 * States of a connector and of its tasks, as Kafka Connect's REST has them.
 *
 * @public
 */
export type ConnectorState =
  | 'RUNNING'
  | 'PAUSED'
  | 'STOPPED'
  | 'UNASSIGNED'
  | 'RESTARTING'
  | 'FAILED'
  | 'DESTROYED';

/**
 * What we read of Strimzi's KafkaConnector.
 *
 * @public
 */
export interface KafkaConnector {
  kind: 'KafkaConnector';
  metadata: ObjectMetadata;
  spec: { state?: string; tasksMax?: number; class?: string };
  status?: StrimziStatus & {
    connectorStatus?: {
      connector?: { state?: ConnectorState; trace?: string };
      tasks?: Array<{ id?: number; state?: ConnectorState; trace?: string }>;
    };
  };
}

/**
 * What we read of a StrimziPodSet: the one status that follows pods within a
 * second.
 *
 * @public
 */
export interface StrimziPodSet {
  kind: 'StrimziPodSet';
  metadata: ObjectMetadata;
  status?: StrimziStatus & {
    pods?: number;
    readyPods?: number;
    currentPods?: number;
  };
}

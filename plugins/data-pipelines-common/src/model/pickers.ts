import { ClusterView } from './views';

/**
 * The answer of `GET /clusters`: every cluster that the portal is configured
 * with, in its order of names.
 *
 * @public
 */
export interface ClusterList {
  items: ClusterView[];
}

/**
 * What one cluster was asked for by a field of the wizard. A cluster that does
 * not answer gives no items and says why.
 *
 * @public
 */
export interface PickerList<Item> {
  cluster: string;
  items: Item[];
  /** One sentence; set where the cluster did not answer or refused. */
  error?: string;
}

/**
 * The answer of `GET /clusters/:cluster/namespaces`: their names, sorted.
 *
 * @public
 */
export type NamespaceList = PickerList<string>;

/**
 * The answer of `GET /clusters/:cluster/kafka`.
 *
 * @public
 */
export type KafkaClusterList = PickerList<KafkaClusterChoice>;

/**
 * A Kafka cluster that Strimzi runs.
 *
 * @public
 */
export interface KafkaClusterChoice {
  name: string;
  namespace: string;
  version?: string;
  /** Nodes with the role of a broker; undefined where nothing says it. */
  brokers?: number;
  listeners: KafkaListenerChoice[];
  /** Why it cannot be used yet, in the operator's words, where it says so. */
  notReady?: string;
}

/**
 * A listener of a Kafka cluster.
 *
 * @public
 */
export interface KafkaListenerChoice {
  name: string;
  /** As Strimzi has it: `internal`, `loadbalancer`, … */
  type: string;
  port: number;
  tls: boolean;
  /** As a listener says it: `scram-sha-512`, `tls`, `custom`, …; `none` without. */
  authentication: string;
  /** `host:port,…`: as its status says, else the Service inside the cluster. */
  bootstrapServers?: string;
}

/**
 * The answer of `GET /clusters/:cluster/kafka/:namespace/:kafka/topics`.
 *
 * @public
 */
export type KafkaTopicList = PickerList<KafkaTopicChoice>;

/**
 * A topic that a Kafka cluster has an object for.
 *
 * @public
 */
export interface KafkaTopicChoice {
  /** Its name in Kafka. */
  name: string;
  partitions?: number;
  replicas?: number;
  /** The pipeline whose chart declares it. */
  pipeline?: string;
}

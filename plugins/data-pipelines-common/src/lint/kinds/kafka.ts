import { TopicConfig } from '../compare/topicFindings';
import { EnvVar, PodSpec, Resources } from './pod';

export const STRIMZI = 'kafka.strimzi.io';

/** A setting of a broker or a topic. */
type Setting = string | number | boolean;

/** Settings of a topic that rules read. */
export interface TopicSettings extends TopicConfig {
  'min.insync.replicas'?: string | number;
  'unclean.leader.election.enable'?: Setting;
}

/** Of Strimzi's KafkaTopic. */
export interface KafkaTopicSpec {
  topicName?: string;
  partitions?: number;
  replicas?: number;
  config?: TopicSettings;
}

export interface KafkaListener {
  name?: string;
  port?: number;
  type?: string;
  tls?: boolean;
  authentication?: { type?: string };
  networkPolicyPeers?: object[];
}

/** Settings of all brokers that rules read. */
export interface BrokerConfig {
  'auto.create.topics.enable'?: Setting;
  'unclean.leader.election.enable'?: Setting;
  'default.replication.factor'?: Setting;
  'min.insync.replicas'?: Setting;
  'offsets.topic.replication.factor'?: Setting;
  'transaction.state.log.replication.factor'?: Setting;
  'transaction.state.log.min.isr'?: Setting;
  'transaction.max.timeout.ms'?: Setting;
  'replica.selector.class'?: Setting;
}

/** Of Strimzi's Kafka. */
export interface KafkaSpec {
  kafka?: {
    version?: string;
    metadataVersion?: string;
    listeners?: KafkaListener[];
    authorization?: { type?: string; superUsers?: string[] };
    config?: BrokerConfig;
    rack?: { topologyKey?: string };
    quotas?: {
      type?: string;
      minAvailableRatioPerVolume?: number;
      minAvailableBytesPerVolume?: number;
    };
    metricsConfig?: { type?: string };
    template?: {
      podDisruptionBudget?: { maxUnavailable?: number; minAvailable?: number };
    };
  };
  kafkaExporter?: object;
  cruiseControl?: { autoRebalance?: object[] };
  entityOperator?: {
    template?: { topicOperatorContainer?: { env?: EnvVar[] } };
  };
  maintenanceTimeWindows?: string[];
}

export interface NodePoolVolume {
  id?: number;
  type?: string;
  size?: string;
  deleteClaim?: boolean;
  kraftMetadata?: string;
}

/** Of Strimzi's KafkaNodePool. */
export interface KafkaNodePoolSpec {
  replicas?: number;
  roles?: string[];
  resources?: Resources;
  jvmOptions?: { '-Xmx'?: string; '-Xms'?: string };
  storage?: NodePoolVolume & { volumes?: NodePoolVolume[] };
  template?: { pod?: PodSpec };
}

export interface Acl {
  type?: 'allow' | 'deny';
  operations?: string[];
  host?: string;
  resource?: {
    type?: string;
    name?: string;
    patternType?: 'literal' | 'prefix';
  };
}

/** Of Strimzi's KafkaUser. */
export interface KafkaUserSpec {
  authentication?: { type?: string };
  authorization?: { type?: string; acls?: Acl[] };
  quotas?: object;
}

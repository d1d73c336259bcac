import { TopicConfig } from '../compare/topicFindings';

/** Of Strimzi's KafkaTopic. */
export interface KafkaTopicSpec {
  topicName?: string;
  partitions?: number;
  replicas?: number;
  config?: TopicConfig & { 'min.insync.replicas'?: string | number };
}

import { KafkaTopic } from '../../resources/kafkaTopic';
import {
  KafkaConnect,
  KafkaConnector,
  KafkaNodePool,
  KafkaUser,
  StrimziKafka,
  StrimziPodSet,
} from '../../resources/strimzi';
import { custom } from './custom';

const STATUS = { observedGeneration: true, conditions: true } as const;

export const strimziKafka = custom<StrimziKafka>('Kafka', {
  spec: {
    kafka: { version: true },
    entityOperator: {
      topicOperator: { watchedNamespace: true },
      userOperator: { watchedNamespace: true },
    },
  },
  status: { ...STATUS, kafkaVersion: true, clusterId: true },
});

export const kafkaNodePool = custom<KafkaNodePool>('KafkaNodePool', {
  spec: { replicas: true, roles: true },
  status: { ...STATUS, nodeIds: true, replicas: true },
});

export const kafkaTopic = custom<KafkaTopic>('KafkaTopic', {
  spec: {
    topicName: true,
    partitions: true,
    replicas: true,
    config: { 'retention.ms': true },
  },
  status: STATUS,
});

export const kafkaUser = custom<KafkaUser>('KafkaUser', {
  status: { ...STATUS, username: true },
});

export const kafkaConnect = custom<KafkaConnect>('KafkaConnect', {
  spec: { replicas: true, bootstrapServers: true },
  status: { ...STATUS, replicas: true },
});

export const kafkaConnector = custom<KafkaConnector>('KafkaConnector', {
  spec: { state: true, tasksMax: true, class: true },
  status: {
    ...STATUS,
    connectorStatus: { connector: { state: true, trace: true }, tasks: true },
  },
});

export const strimziPodSet = custom<StrimziPodSet>('StrimziPodSet', {
  status: { ...STATUS, pods: true, readyPods: true, currentPods: true },
});

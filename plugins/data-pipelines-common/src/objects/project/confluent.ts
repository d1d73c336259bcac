import {
  ConfluentKafka,
  ConfluentKafkaTopic,
  KRaftController,
} from '../../resources/confluent';
import { custom } from './custom';

const STATUS = { observedGeneration: true, conditions: true } as const;

const SERVERS = {
  ...STATUS,
  phase: true,
  replicas: true,
  readyReplicas: true,
} as const;

export const confluentKafka = custom<ConfluentKafka>('Kafka', {
  spec: { replicas: true, image: { application: true } },
  status: SERVERS,
});

export const confluentKafkaTopic = custom<ConfluentKafkaTopic>('KafkaTopic', {
  spec: {
    name: true,
    partitionCount: true,
    replicas: true,
    configs: { 'retention.ms': true },
    kafkaClusterRef: true,
  },
  status: { ...STATUS, state: true, appState: true },
});

export const kraftController = custom<KRaftController>('KRaftController', {
  spec: { replicas: true },
  status: SERVERS,
});

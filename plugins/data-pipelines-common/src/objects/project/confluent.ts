import {
  ConfluentKafka,
  ConfluentKafkaTopic,
  KRaftController,
} from '../../resources/confluent';
import { custom } from './custom';

const STATUS = {
  observedGeneration: true,
  conditions: true,
  phase: true,
  state: true,
} as const;

const SERVERS = { ...STATUS, replicas: true, readyReplicas: true } as const;

export const confluentKafka = custom<ConfluentKafka>('Kafka', {
  spec: { replicas: true },
  status: SERVERS,
});

export const confluentKafkaTopic = custom<ConfluentKafkaTopic>('KafkaTopic', {
  spec: { name: true, partitionCount: true, replicas: true },
  status: STATUS,
});

export const kraftController = custom<KRaftController>('KRaftController', {
  spec: { replicas: true },
  status: SERVERS,
});

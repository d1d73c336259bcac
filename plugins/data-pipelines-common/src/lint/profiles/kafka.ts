import { ProfileTable, severities } from './profile';

/** Rules for Kafka: dev, prod, regulated. */
export const KAFKA_PROFILES: ProfileTable = {
  'kafka-topic-min-insync': severities('warning', 'error', 'error'),
};

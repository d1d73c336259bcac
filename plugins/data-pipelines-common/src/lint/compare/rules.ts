import { confluentCluster } from './confluentCluster';
import { confluentTopic } from './confluentTopic';
import { immutableFields } from './immutableFields';
import { kafka } from './kafka';
import { kafkaConnect } from './kafkaConnect';
import { kafkaNodePool } from './kafkaNodePool';
import { kafkaTopic } from './kafkaTopic';
import { persistentVolumeClaim } from './persistentVolumeClaim';
import { CompareRule } from './rule';
import { statefulSet } from './statefulSet';

/** What is known of changes, kind by kind. */
export const RULES: readonly CompareRule[] = [
  kafka,
  kafkaNodePool,
  kafkaTopic,
  kafkaConnect,
  confluentCluster,
  confluentTopic,
  statefulSet,
  persistentVolumeClaim,
  ...immutableFields,
];

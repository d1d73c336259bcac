import { confluentCluster } from './confluentCluster';
import { confluentTopic } from './confluentTopic';
import { flinkDeployment, flinkSessionJob } from './flink';
import { immutableFields } from './immutableFields';
import { kafka } from './kafka';
import { kafkaConnect } from './kafkaConnect';
import { kafkaNodePool } from './kafkaNodePool';
import { kafkaTopic } from './kafkaTopic';
import { persistentVolumeClaim } from './persistentVolumeClaim';
import { CompareRule } from './rule';
import {
  scheduledJob,
  scheduledSparkApplication,
  sparkApplication,
  submittedRun,
} from './spark';
import { standaloneFlink } from './standaloneFlink';
import { statefulSet } from './statefulSet';
import { topicList } from './topicList';

/** What is known of changes, kind by kind. */
export const RULES: readonly CompareRule[] = [
  kafka,
  kafkaNodePool,
  kafkaTopic,
  kafkaConnect,
  confluentCluster,
  confluentTopic,
  topicList,
  flinkDeployment,
  flinkSessionJob,
  standaloneFlink,
  sparkApplication,
  scheduledSparkApplication,
  submittedRun,
  scheduledJob,
  statefulSet,
  persistentVolumeClaim,
  ...immutableFields,
];

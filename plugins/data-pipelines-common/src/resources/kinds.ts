import {
  ConfluentKafka,
  ConfluentKafkaTopic,
  KRaftController,
} from './confluent';
import {
  FlinkBlueGreenDeployment,
  FlinkDeployment,
  FlinkSessionJob,
} from './flinkDeployment';
import { FlinkStateSnapshot } from './flinkStateSnapshot';
import { KafkaTopic } from './kafkaTopic';
import { ObjectEvent } from './objectEvent';
import { Pod } from './pod';
import {
  ScheduledSparkApplication,
  SparkApplication,
  SparkConnect,
} from './spark';
import { ApacheSparkApplication, ApacheSparkCluster } from './sparkApache';
import {
  KafkaConnect,
  KafkaConnector,
  KafkaNodePool,
  KafkaUser,
  StrimziKafka,
  StrimziPodSet,
} from './strimzi';
import { BatchJob, CronJob, StatefulSet } from './workloads';

/**
 * Every object that we read, by kubectl's full name of its resource: the plain
 * name is ambiguous (`sparkapplications` and `kafkas` exist twice).
 *
 * @public
 */
export interface KnownObjects {
  'flinkdeployments.flink.apache.org': FlinkDeployment;
  'flinksessionjobs.flink.apache.org': FlinkSessionJob;
  'flinkstatesnapshots.flink.apache.org': FlinkStateSnapshot;
  'flinkbluegreendeployments.flink.apache.org': FlinkBlueGreenDeployment;
  'kafkas.kafka.strimzi.io': StrimziKafka;
  'kafkanodepools.kafka.strimzi.io': KafkaNodePool;
  'kafkatopics.kafka.strimzi.io': KafkaTopic;
  'kafkausers.kafka.strimzi.io': KafkaUser;
  'kafkaconnects.kafka.strimzi.io': KafkaConnect;
  'kafkaconnectors.kafka.strimzi.io': KafkaConnector;
  'strimzipodsets.core.strimzi.io': StrimziPodSet;
  'kafkas.platform.confluent.io': ConfluentKafka;
  'kafkatopics.platform.confluent.io': ConfluentKafkaTopic;
  'kraftcontrollers.platform.confluent.io': KRaftController;
  'sparkapplications.sparkoperator.k8s.io': SparkApplication;
  'scheduledsparkapplications.sparkoperator.k8s.io': ScheduledSparkApplication;
  'sparkconnects.sparkoperator.k8s.io': SparkConnect;
  'sparkapplications.spark.apache.org': ApacheSparkApplication;
  'sparkclusters.spark.apache.org': ApacheSparkCluster;
  'statefulsets.apps': StatefulSet;
  'jobs.batch': BatchJob;
  'cronjobs.batch': CronJob;
  pods: Pod;
  events: ObjectEvent;
}

/**
 * A resource that we read.
 *
 * @public
 */
export type ResourceId = keyof KnownObjects;

/**
 * Where a resource is served, and what one of its objects is called.
 *
 * @public
 */
export interface ResourceFacts {
  /** Empty for the core group. */
  group: string;
  /** Served versions that our rules understand, the best first. */
  versions: readonly string[];
  plural: string;
  kind: string;
}

/**
 * Every resource that we read.
 *
 * @public
 */
export const RESOURCES: { readonly [R in ResourceId]: ResourceFacts } = {
  'flinkdeployments.flink.apache.org': flink(
    'flinkdeployments',
    'FlinkDeployment',
  ),
  'flinksessionjobs.flink.apache.org': flink(
    'flinksessionjobs',
    'FlinkSessionJob',
  ),
  'flinkstatesnapshots.flink.apache.org': flink(
    'flinkstatesnapshots',
    'FlinkStateSnapshot',
  ),
  'flinkbluegreendeployments.flink.apache.org': flink(
    'flinkbluegreendeployments',
    'FlinkBlueGreenDeployment',
  ),
  'kafkas.kafka.strimzi.io': strimzi('kafkas', 'Kafka'),
  'kafkanodepools.kafka.strimzi.io': strimzi('kafkanodepools', 'KafkaNodePool'),
  'kafkatopics.kafka.strimzi.io': strimzi('kafkatopics', 'KafkaTopic'),
  'kafkausers.kafka.strimzi.io': strimzi('kafkausers', 'KafkaUser'),
  'kafkaconnects.kafka.strimzi.io': strimzi('kafkaconnects', 'KafkaConnect'),
  'kafkaconnectors.kafka.strimzi.io': strimzi(
    'kafkaconnectors',
    'KafkaConnector',
  ),
  'strimzipodsets.core.strimzi.io': {
    group: 'core.strimzi.io',
    versions: ['v1', 'v1beta2'],
    plural: 'strimzipodsets',
    kind: 'StrimziPodSet',
  },
  'kafkas.platform.confluent.io': confluent('kafkas', 'Kafka'),
  'kafkatopics.platform.confluent.io': confluent('kafkatopics', 'KafkaTopic'),
  'kraftcontrollers.platform.confluent.io': confluent(
    'kraftcontrollers',
    'KRaftController',
  ),
  'sparkapplications.sparkoperator.k8s.io': kubeflow(
    'sparkapplications',
    'SparkApplication',
    ['v1beta2'],
  ),
  'scheduledsparkapplications.sparkoperator.k8s.io': kubeflow(
    'scheduledsparkapplications',
    'ScheduledSparkApplication',
    ['v1beta2'],
  ),
  'sparkconnects.sparkoperator.k8s.io': kubeflow(
    'sparkconnects',
    'SparkConnect',
    ['v1beta2', 'v1alpha1'],
  ),
  'sparkapplications.spark.apache.org': apache(
    'sparkapplications',
    'SparkApplication',
  ),
  'sparkclusters.spark.apache.org': apache('sparkclusters', 'SparkCluster'),
  'statefulsets.apps': {
    group: 'apps',
    versions: ['v1'],
    plural: 'statefulsets',
    kind: 'StatefulSet',
  },
  'jobs.batch': {
    group: 'batch',
    versions: ['v1'],
    plural: 'jobs',
    kind: 'Job',
  },
  'cronjobs.batch': {
    group: 'batch',
    versions: ['v1'],
    plural: 'cronjobs',
    kind: 'CronJob',
  },
  pods: { group: '', versions: ['v1'], plural: 'pods', kind: 'Pod' },
  events: { group: '', versions: ['v1'], plural: 'events', kind: 'Event' },
};

function flink(plural: string, kind: string): ResourceFacts {
  return { group: 'flink.apache.org', versions: ['v1beta1'], plural, kind };
}

function strimzi(plural: string, kind: string): ResourceFacts {
  return {
    group: 'kafka.strimzi.io',
    versions: ['v1', 'v1beta2'],
    plural,
    kind,
  };
}

function confluent(plural: string, kind: string): ResourceFacts {
  return {
    group: 'platform.confluent.io',
    versions: ['v1beta1'],
    plural,
    kind,
  };
}

function kubeflow(
  plural: string,
  kind: string,
  versions: string[],
): ResourceFacts {
  return { group: 'sparkoperator.k8s.io', versions, plural, kind };
}

function apache(plural: string, kind: string): ResourceFacts {
  return {
    group: 'spark.apache.org',
    versions: ['v1', 'v1beta1'],
    plural,
    kind,
  };
}

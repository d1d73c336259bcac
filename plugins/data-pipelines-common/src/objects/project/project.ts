import { KnownObjects, ResourceId } from '../../resources/kinds';
import { RawObject } from '../../resources/rawObject';
import * as confluent from './confluent';
import { Projection } from './custom';
import { event } from './event';
import * as flink from './flink';
import { pod } from './pod';
import * as spark from './spark';
import * as sparkApache from './sparkApache';
import * as strimzi from './strimzi';
import * as workloads from './workloads';

const PROJECTIONS: {
  readonly [R in ResourceId]: Projection<KnownObjects[R]>;
} = {
  'flinkdeployments.flink.apache.org': flink.flinkDeployment,
  'flinksessionjobs.flink.apache.org': flink.flinkSessionJob,
  'flinkstatesnapshots.flink.apache.org': flink.flinkStateSnapshot,
  'flinkbluegreendeployments.flink.apache.org': flink.flinkBlueGreenDeployment,
  'kafkas.kafka.strimzi.io': strimzi.strimziKafka,
  'kafkanodepools.kafka.strimzi.io': strimzi.kafkaNodePool,
  'kafkatopics.kafka.strimzi.io': strimzi.kafkaTopic,
  'kafkausers.kafka.strimzi.io': strimzi.kafkaUser,
  'kafkaconnects.kafka.strimzi.io': strimzi.kafkaConnect,
  'kafkaconnectors.kafka.strimzi.io': strimzi.kafkaConnector,
  'strimzipodsets.core.strimzi.io': strimzi.strimziPodSet,
  'kafkas.platform.confluent.io': confluent.confluentKafka,
  'kafkatopics.platform.confluent.io': confluent.confluentKafkaTopic,
  'kraftcontrollers.platform.confluent.io': confluent.kraftController,
  'sparkapplications.sparkoperator.k8s.io': spark.sparkApplication,
  'scheduledsparkapplications.sparkoperator.k8s.io':
    spark.scheduledSparkApplication,
  'sparkconnects.sparkoperator.k8s.io': spark.sparkConnect,
  'sparkapplications.spark.apache.org': sparkApache.apacheSparkApplication,
  'sparkclusters.spark.apache.org': sparkApache.apacheSparkCluster,
  'statefulsets.apps': workloads.statefulSet,
  'jobs.batch': workloads.batchJob,
  'cronjobs.batch': workloads.cronJob,
  pods: pod,
  events: event,
};

/**
 * The small record that is kept of an object: what rules and views read, and
 * nothing else; no managedFields, variables or secrets. Pure; never throws,
 * whatever a status holds.
 *
 * @param before - the record of the same object as it was: makes it cheaper
 *
 * @public
 */
export function project<R extends ResourceId>(
  resource: R,
  raw: RawObject,
  before?: KnownObjects[R],
): KnownObjects[R] {
  return PROJECTIONS[resource](raw, before);
}

import { HealthReport } from '../model/health';
import { HEALTHS } from './severity';
import { KnownObjects, RESOURCES } from '../resources/kinds';
import { Assessed, HealthRule, HealthRules, Moment } from './assess';
import { batchJobRule } from './batch-job/rule';
import { cronJobRule } from './cron-job/rule';
import { flinkBlueGreenRule } from './flink-blue-green/rule';
import { flinkDeploymentRule } from './flink-deployment/rule';
import { flinkSessionJobRule } from './flink-session-job/rule';
import { flinkStateSnapshotRule } from './flink-state-snapshot/rule';
import {
  confluentKafkaRule,
  kraftControllerRule,
} from './kafka-confluent/rules';
import { confluentKafkaTopicRule } from './kafka-confluent/topicRule';
import { strimziKafkaRule } from './kafka-cluster/rule';
import { kafkaConnectRule } from './kafka-connect/rule';
import { kafkaConnectorRule } from './kafka-connector/rule';
import { kafkaNodePoolRule } from './kafka-node-pool/rule';
import { kafkaTopicRule } from './kafka-topic/rule';
import { kafkaUserRule } from './kafka-user/rule';
import { statefulSetRule } from './statefulSetRule';
import { strimziPodSetRule } from './strimzi-pod-set/rule';
import { scheduledSparkApplicationRule } from './scheduled-spark-application/rule';
import { sparkApplicationRule } from './spark-application/rule';
import { apacheSparkApplicationRule } from './spark-apache/applicationRule';
import { apacheSparkClusterRule } from './spark-apache/clusterRule';
import { sparkConnectRule } from './spark-connect/rule';
import { tidySentence } from './tidySentence';

/**
 * The health rule of every kind that has one.
 *
 * @public
 */
export const HEALTH_RULES: HealthRules = {
  'flinkdeployments.flink.apache.org': flinkDeploymentRule,
  'flinksessionjobs.flink.apache.org': flinkSessionJobRule,
  'flinkstatesnapshots.flink.apache.org': flinkStateSnapshotRule,
  'flinkbluegreendeployments.flink.apache.org': flinkBlueGreenRule,
  'kafkas.kafka.strimzi.io': strimziKafkaRule,
  'kafkanodepools.kafka.strimzi.io': kafkaNodePoolRule,
  'kafkatopics.kafka.strimzi.io': kafkaTopicRule,
  'kafkausers.kafka.strimzi.io': kafkaUserRule,
  'kafkaconnects.kafka.strimzi.io': kafkaConnectRule,
  'kafkaconnectors.kafka.strimzi.io': kafkaConnectorRule,
  'strimzipodsets.core.strimzi.io': strimziPodSetRule,
  'kafkas.platform.confluent.io': confluentKafkaRule,
  'kafkatopics.platform.confluent.io': confluentKafkaTopicRule,
  'kraftcontrollers.platform.confluent.io': kraftControllerRule,
  'sparkapplications.sparkoperator.k8s.io': sparkApplicationRule,
  'scheduledsparkapplications.sparkoperator.k8s.io':
    scheduledSparkApplicationRule,
  'sparkconnects.sparkoperator.k8s.io': sparkConnectRule,
  'sparkapplications.spark.apache.org': apacheSparkApplicationRule,
  'sparkclusters.spark.apache.org': apacheSparkClusterRule,
  'statefulsets.apps': statefulSetRule,
  'jobs.batch': batchJobRule,
  'cronjobs.batch': cronJobRule,
};

/**
 * How well one object is, by the rule of its kind. Never throws: of an object
 * that its rule cannot read, it says so.
 *
 * @public
 */
export function assess<R extends Assessed>(
  resource: R,
  object: KnownObjects[R],
  moment: Moment,
): HealthReport {
  const rule = HEALTH_RULES[resource] as HealthRule<KnownObjects[R]>;
  try {
    return valid(rule(object, moment));
  } catch {
    return notUnderstood(resource, 'it has another shape than its kind has');
  }
}

/** Refuses what only a status of an odd shape can bring about. */
function valid(report: HealthReport): HealthReport {
  const { health, reason, message, nextStep, since } = report;
  if (!HEALTHS.includes(health)) throw new Error(`no health but ${health}`);
  if (!/^[A-Z]\w*$/.test(reason)) throw new Error('a reason that is no code');
  const began = typeof since === 'string' ? Date.parse(since) : NaN;
  return {
    health,
    reason,
    message: tidySentence(message),
    ...(nextStep && { nextStep: tidySentence(nextStep) }),
    ...(!Number.isNaN(began) && { since }),
  };
}

function notUnderstood(resource: Assessed, why: string): HealthReport {
  const { kind, plural, group } = RESOURCES[resource];
  return {
    health: 'Unknown',
    reason: 'StatusNotUnderstood',
    message: `Headworks cannot read the ${kind}: ${why}`,
    nextStep: `Look at it with kubectl get ${plural}.${group} -o yaml, and tell us about it.`,
  };
}

import { HealthReport } from '../model/health';
import { HEALTHS } from './verdict';
import { KnownObjects, RESOURCES } from '../resources/kinds';
import { Assessed, HealthRule, HealthRules, Moment } from './assess';
import { batchJobRule } from './batch-job/rule';
import { cronJobRule } from './cron-job/rule';
import { flinkBlueGreenRule } from './flink-blue-green/rule';
import { flinkDeploymentRule } from './flink-deployment/rule';
import { flinkSessionJobRule } from './flink-session-job/rule';
import { flinkStateSnapshotRule } from './flink-state-snapshot/rule';
import { kafkaTopicHealth } from './kafka-topic/health';
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
export const HEALTH_RULES: Partial<HealthRules> = {
  'flinkdeployments.flink.apache.org': flinkDeploymentRule,
  'flinksessionjobs.flink.apache.org': flinkSessionJobRule,
  'flinkstatesnapshots.flink.apache.org': flinkStateSnapshotRule,
  'flinkbluegreendeployments.flink.apache.org': flinkBlueGreenRule,
  'kafkatopics.kafka.strimzi.io': kafkaTopicHealth,
  'sparkapplications.sparkoperator.k8s.io': sparkApplicationRule,
  'scheduledsparkapplications.sparkoperator.k8s.io':
    scheduledSparkApplicationRule,
  'sparkconnects.sparkoperator.k8s.io': sparkConnectRule,
  'sparkapplications.spark.apache.org': apacheSparkApplicationRule,
  'sparkclusters.spark.apache.org': apacheSparkClusterRule,
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
  if (!rule) return notUnderstood(resource, 'no rule reads this kind yet');
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

import {
  ApacheSparkApplication,
  assess,
  FlinkDeployment,
  HealthReport,
  ObjectIndex,
  ObjectMetadata,
  ScheduledSparkApplication,
  SparkApplication,
  SparkConnect,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { KAFKA } from './portalKafka';

/** Before anything that the recordings plan: nothing is late. */
const NOW = new Date('2026-11-23T08:50:00Z');

/** The kinds that the portal judges itself, without what it knows of their pods. */
export const PORTAL: Record<string, (object: object) => HealthReport> = {
  'flink.apache.org_FlinkDeployment': object =>
    assess(
      'flinkdeployments.flink.apache.org',
      object as FlinkDeployment,
      atCreation(object as FlinkDeployment),
    ),
  ...KAFKA,
  'sparkoperator.k8s.io_SparkApplication': object =>
    assess(
      'sparkapplications.sparkoperator.k8s.io',
      withoutStart(object as SparkApplication),
      { source: new ObjectIndex(), now: NOW },
    ),
  'sparkoperator.k8s.io_ScheduledSparkApplication': object =>
    assess(
      'scheduledsparkapplications.sparkoperator.k8s.io',
      object as ScheduledSparkApplication,
      { source: runOf(object as ScheduledSparkApplication), now: NOW },
    ),
  'spark.apache.org_SparkApplication': object =>
    assess(
      'sparkapplications.spark.apache.org',
      object as ApacheSparkApplication,
      { source: new ObjectIndex(), now: NOW },
    ),
  'sparkoperator.k8s.io_SparkConnect': object =>
    assess('sparkconnects.sparkoperator.k8s.io', object as SparkConnect, {
      source: new ObjectIndex(),
      now: NOW,
    }),
};

/** Lua knows no time: nothing is late for it. */
function atCreation({ metadata }: { metadata: ObjectMetadata }) {
  const { creationTimestamp } = metadata;
  const now = creationTimestamp ? new Date(creationTimestamp) : NOW;
  return { source: new ObjectIndex(), now };
}

/** Nor how long an attempt has run. */
function withoutStart(application: SparkApplication): SparkApplication {
  const { status } = application;
  return {
    ...application,
    status: status && { ...status, lastSubmissionAttemptTime: undefined },
  };
}

/** The last run works, unless the schedule's own status tells its end. */
function runOf({ metadata, status }: ScheduledSparkApplication): ObjectIndex {
  const source = new ObjectIndex();
  const name = status?.lastRunName;
  const past = [
    ...(status?.pastFailedRunNames ?? []),
    ...(status?.pastSuccessfulRunNames ?? []),
  ];
  if (name && !past.includes(name)) {
    source.put('sparkapplications.sparkoperator.k8s.io', {
      kind: 'SparkApplication',
      metadata: { ...metadata, labels: {}, name },
      status: {
        applicationState: { state: 'RUNNING' },
        executorState: { one: 'RUNNING' },
      },
    });
  }
  return source;
}

import {
  FlinkDeployment,
  flinkDeploymentHealth,
  HealthReport,
  KafkaTopic,
  kafkaTopicHealth,
  ScheduledSparkApplication,
  scheduledSparkApplicationHealth,
  SparkApplication,
  sparkApplicationHealth,
  SparkState,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** The kinds that the portal judges itself, without what it knows of their pods and runs. */
export const PORTAL: Record<string, (object: object) => HealthReport> = {
  'flink.apache.org_FlinkDeployment': object =>
    flinkDeploymentHealth({ deployment: object as FlinkDeployment, pods: [] }),
  'kafka.strimzi.io_KafkaTopic': object =>
    kafkaTopicHealth(object as KafkaTopic),
  'sparkoperator.k8s.io_SparkApplication': object =>
    sparkApplicationHealth({
      application: object as SparkApplication,
      pods: [],
    }),
  'sparkoperator.k8s.io_ScheduledSparkApplication': object =>
    scheduledSparkApplicationHealth({
      scheduled: object as ScheduledSparkApplication,
      runs: runsOf(object as ScheduledSparkApplication),
      pods: [],
    }),
};

/** The last run, in the state that the schedule's own status tells. */
function runsOf({
  metadata,
  status,
}: ScheduledSparkApplication & {
  status?: { pastSuccessfulRunNames?: string[]; pastFailedRunNames?: string[] };
}): SparkApplication[] {
  const name = status?.lastRunName;
  if (!name) return [];
  let state: SparkState = 'RUNNING';
  if (status.pastFailedRunNames?.includes(name)) state = 'FAILED';
  if (status.pastSuccessfulRunNames?.includes(name)) state = 'COMPLETED';
  return [
    {
      kind: 'SparkApplication',
      metadata: { ...metadata, name },
      status: { applicationState: { state } },
    },
  ];
}

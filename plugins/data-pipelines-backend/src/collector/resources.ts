import {
  FlinkDeployment,
  FlinkStateSnapshot,
  KafkaTopic,
  LABEL_PIPELINE,
  Pod,
  ScheduledSparkApplication,
  SparkApplication,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What the index holds, by the resource's plural name. */
export interface Watched {
  flinkdeployments: FlinkDeployment;
  flinkstatesnapshots: FlinkStateSnapshot;
  kafkatopics: KafkaTopic;
  sparkapplications: SparkApplication;
  scheduledsparkapplications: ScheduledSparkApplication;
  pods: Pod;
}

/** A resource that the collector lists and watches. */
export type Resource = keyof Watched;

/** Where each resource is, over all namespaces. */
export const RESOURCES: Record<Resource, { path: string; apiVersion: string }> =
  {
    flinkdeployments: flink('flinkdeployments'),
    flinkstatesnapshots: flink('flinkstatesnapshots'),
    kafkatopics: {
      path: '/apis/kafka.strimzi.io/v1/kafkatopics',
      apiVersion: 'kafka.strimzi.io/v1',
    },
    sparkapplications: spark('sparkapplications'),
    scheduledsparkapplications: spark('scheduledsparkapplications'),
    pods: {
      // Only pods of pipelines: a cluster has many others.
      path: `/api/v1/pods?labelSelector=${encodeURIComponent(LABEL_PIPELINE)}`,
      apiVersion: 'v1',
    },
  };

function flink(plural: string) {
  const apiVersion = 'flink.apache.org/v1beta1';
  return { path: `/apis/${apiVersion}/${plural}`, apiVersion };
}

function spark(plural: string) {
  const apiVersion = 'sparkoperator.k8s.io/v1beta2';
  return { path: `/apis/${apiVersion}/${plural}`, apiVersion };
}

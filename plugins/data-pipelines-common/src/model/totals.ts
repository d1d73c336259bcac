import { groupOf, RenderedObject } from '../lint/compare/renderedObject';
import { FlinkSpec } from '../lint/compare/flinkSpec';
import { ResourceTotals } from './preview';
import { flinkDeployment } from './totals/flink';
import {
  confluent,
  kafka,
  kafkaConnect,
  kafkaNodePool,
  KafkaSpec,
} from './totals/kafka';
import { PodGroup, PodSpec } from './totals/podSize';
import {
  apacheApplication,
  kubeflowApplication,
  kubeflowSchedule,
} from './totals/spark';
import { submittedBy } from './totals/submitted';
import { cronJob, job, pod, replicated, volumeClaim } from './totals/workloads';

type Objects = readonly RenderedObject[];
type Rule = (object: RenderedObject, objects: Objects) => PodGroup[];

/** Group and kind → the pods of such an object. What is not here has none. */
const RULES: Readonly<Record<string, Rule>> = {
  '/Pod': ({ spec }) => pod((spec ?? {}) as PodSpec),
  '/PersistentVolumeClaim': ({ spec }) => volumeClaim(spec ?? {}),
  'apps/Deployment': (object, objects) =>
    replicated(object.spec ?? {}, mostOf(object, objects)),
  'apps/StatefulSet': (object, objects) =>
    replicated(object.spec ?? {}, mostOf(object, objects)),
  'batch/Job': (object, objects) => [
    ...job(object.spec ?? {}),
    ...submittedBy(object, objects),
  ],
  'batch/CronJob': (object, objects) => [
    ...cronJob(object.spec ?? {}),
    ...submittedBy(object, objects),
  ],
  'flink.apache.org/FlinkDeployment': (object, objects) =>
    flinkDeployment(
      object.spec ?? {},
      mostOf(object, objects),
      sessionJobsOf(object, objects),
    ),
  'sparkoperator.k8s.io/SparkApplication': ({ spec }) =>
    kubeflowApplication(spec ?? {}),
  'sparkoperator.k8s.io/SparkConnect': ({ spec }) =>
    kubeflowApplication(spec ?? {}),
  'sparkoperator.k8s.io/ScheduledSparkApplication': ({ spec }) =>
    kubeflowSchedule(spec ?? {}),
  'spark.apache.org/SparkApplication': ({ spec }) =>
    apacheApplication(spec ?? {}),
  'kafka.strimzi.io/Kafka': ({ spec }) => kafka(spec ?? {}),
  'kafka.strimzi.io/KafkaNodePool': (object, objects) =>
    kafkaNodePool(object.spec ?? {}, kafkaOf(object, objects)),
  'kafka.strimzi.io/KafkaConnect': ({ spec }) => kafkaConnect(spec ?? {}),
  'platform.confluent.io/Kafka': ({ spec }) => confluent(spec ?? {}),
  'platform.confluent.io/KRaftController': ({ spec }) => confluent(spec ?? {}),
  'platform.confluent.io/Connect': ({ spec }) => confluent(spec ?? {}),
};

/**
 * What the pods of rendered objects ask for at most at the same time: every
 * schedule in a run, every autoscaler at its limit. Pure.
 *
 * @public
 */
export function totalsOf(objects: Objects): ResourceTotals {
  const totals: ResourceTotals = {
    pods: 0,
    cpu: 0,
    memory: 0,
    storage: 0,
    unsized: [],
  };
  for (const object of objects) {
    const rule = RULES[`${groupOf(object)}/${object.kind}`];
    if (!rule || isTest(object)) continue;
    const groups = rule(object, objects);
    for (const { pods = 0, size, storage = 0 } of groups) {
      totals.pods += pods;
      totals.cpu += pods * (size.cpu ?? 0);
      totals.memory += pods * (size.memory ?? 0);
      totals.storage += Math.max(pods, 1) * storage;
    }
    if (groups.some(isUnsized)) totals.unsized.push(referenceTo(object));
  }
  return { ...totals, cpu: Math.round(totals.cpu * 1000) / 1000 };
}

function isUnsized({ pods, size }: PodGroup): boolean {
  return (
    pods === undefined ||
    (pods > 0 && (size.cpu === undefined || size.memory === undefined))
  );
}

/** Runs only when somebody types `helm test`. */
function isTest({ metadata }: RenderedObject): boolean {
  return metadata.annotations?.['helm.sh/hook'] === 'test';
}

interface AutoscalerSpec {
  scaleTargetRef?: { kind?: string; name?: string };
  maxReplicas?: number;
}

function mostOf({ kind, metadata }: RenderedObject, objects: Objects) {
  return objects
    .filter(object => object.kind === 'HorizontalPodAutoscaler')
    .map(object => (object.spec ?? {}) as AutoscalerSpec)
    .find(
      ({ scaleTargetRef: target }) =>
        target?.kind === kind && target.name === metadata.name,
    )?.maxReplicas;
}

function sessionJobsOf({ metadata }: RenderedObject, objects: Objects) {
  return objects
    .filter(({ kind }) => kind === 'FlinkSessionJob')
    .map(({ spec = {} }) => spec as FlinkSpec)
    .filter(({ deploymentName }) => deploymentName === metadata.name);
}

function kafkaOf({ metadata }: RenderedObject, objects: Objects) {
  const name = metadata.labels?.['strimzi.io/cluster'];
  const owner = objects.find(
    object =>
      groupOf(object) === 'kafka.strimzi.io' &&
      object.kind === 'Kafka' &&
      object.metadata.name === name,
  );
  return owner?.spec as KafkaSpec | undefined;
}

function referenceTo({ apiVersion, kind, metadata }: RenderedObject) {
  const { name, namespace } = metadata;
  return { apiVersion, kind, ...(namespace && { namespace }), name };
}

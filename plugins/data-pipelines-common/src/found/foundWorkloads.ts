import { Assessed } from '../health/assess';
import { ObjectIndex } from '../objects/ObjectIndex';
import { KnownObjects } from '../resources/kinds';
import { ObjectMetadata } from '../resources/metadata';

/** An object that a pipeline may be made of. */
export interface Workload {
  kind: 'flink' | 'spark' | 'topic';
  resource: Assessed;
  metadata: ObjectMetadata;
  /** The topic's name in Kafka. */
  topic?: string;
  /** Counts only with our labels: a scheduled run, a session cluster, a StatefulSet. */
  onlyLabelled?: boolean;
}

const JOBS = {
  'flinkdeployments.flink.apache.org': 'flink',
  'flinksessionjobs.flink.apache.org': 'flink',
  'flinkbluegreendeployments.flink.apache.org': 'flink',
  'sparkapplications.sparkoperator.k8s.io': 'spark',
  'scheduledsparkapplications.sparkoperator.k8s.io': 'spark',
  'sparkconnects.sparkoperator.k8s.io': 'spark',
  'sparkapplications.spark.apache.org': 'spark',
  'sparkclusters.spark.apache.org': 'spark',
} as const;

/** On a run that a ScheduledSparkApplication made. */
const SCHEDULED_BY = 'sparkoperator.k8s.io/scheduled-app-name';

/** A session cluster is no job: its session jobs are. */
function isSessionCluster(object: KnownObjects[keyof typeof JOBS]): boolean {
  return object.kind === 'FlinkDeployment' && object.spec.job === undefined;
}

/** Operator-free jobs are found by our labels alone: any application has such objects. */
const PLAIN = ['statefulsets.apps', 'jobs.batch', 'cronjobs.batch'] as const;

/** Everything in a cluster that a pipeline may be made of. */
export function foundWorkloads(objects: ObjectIndex): Workload[] {
  const jobs = (Object.keys(JOBS) as Array<keyof typeof JOBS>).flatMap(
    resource =>
      objects.all(resource).map(object => ({
        kind: JOBS[resource],
        resource,
        metadata: object.metadata,
        onlyLabelled:
          SCHEDULED_BY in object.metadata.labels || isSessionCluster(object),
      })),
  );
  const plain = PLAIN.flatMap(resource =>
    objects.all(resource).flatMap(({ metadata }): Workload[] => {
      const kind = metadata.labels['app.kubernetes.io/component'];
      const engine = engineOf(kind);
      return engine
        ? [{ kind: engine, resource, metadata, onlyLabelled: true }]
        : [];
    }),
  );
  const strimzi = objects.all('kafkatopics.kafka.strimzi.io').map(
    ({ metadata, spec }): Workload => ({
      kind: 'topic',
      resource: 'kafkatopics.kafka.strimzi.io',
      metadata,
      topic: spec.topicName ?? metadata.name,
    }),
  );
  const confluent = objects.all('kafkatopics.platform.confluent.io').map(
    ({ metadata, spec }): Workload => ({
      kind: 'topic',
      resource: 'kafkatopics.platform.confluent.io',
      metadata,
      topic: spec.name ?? metadata.name,
    }),
  );
  return [...jobs, ...plain, ...strimzi, ...confluent];
}

/** What our charts write as the component: the chart's name, or a part of Flink. */
function engineOf(
  component: string | undefined,
): 'flink' | 'spark' | undefined {
  switch (component) {
    case 'flink':
    case 'jobmanager':
    case 'taskmanager':
      return 'flink';
    case 'spark':
      return 'spark';
    default:
      return undefined;
  }
}

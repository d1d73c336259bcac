import {
  Assessed,
  KnownObjects,
  LABEL_ENVIRONMENT,
  LABEL_JOB,
  ObjectMetadata,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredJob } from '../declared/declaredPipeline';
import { LiveObject } from './Part';
import { Place } from './Place';

/**
 * The resources a job may be, in the order in which one stands for another:
 * a schedule for its runs, a blue/green deployment for its two halves.
 */
export const RESOURCES_OF = {
  flink: [
    'flinkbluegreendeployments.flink.apache.org',
    'flinkdeployments.flink.apache.org',
    'flinksessionjobs.flink.apache.org',
    'statefulsets.apps',
  ],
  spark: [
    'scheduledsparkapplications.sparkoperator.k8s.io',
    'sparkconnects.sparkoperator.k8s.io',
    'sparkapplications.sparkoperator.k8s.io',
    'sparkapplications.spark.apache.org',
    'sparkclusters.spark.apache.org',
    'cronjobs.batch',
    'jobs.batch',
  ],
} as const;

/**
 * The live object of a job. Objects count only where label, cluster and
 * namespace match the environment, or where the job's entity names them.
 */
export function liveJob(
  place: Place,
  job: DeclaredJob,
): LiveObject | undefined {
  const { environment, pipeline, source } = place;
  for (const { resource, name, ...named } of job.objects) {
    if (
      named.environment === environment.name &&
      named.namespace === environment.namespace
    ) {
      const object = source.get(resource, named.namespace, name);
      return object && live(resource, object);
    }
  }
  for (const resource of RESOURCES_OF[job.engine]) {
    const mine = source
      .labelled(
        resource,
        environment.namespace,
        'headworks.dev/pipeline',
        pipeline.name,
      )
      .filter(
        ({ metadata }: { metadata: ObjectMetadata }) =>
          metadata.labels[LABEL_ENVIRONMENT] === environment.name &&
          metadata.labels[LABEL_JOB] === job.name &&
          standsForJob(resource, metadata),
      );
    const object = newest<KnownObjects[typeof resource]>(mine);
    if (object) return live(resource, object);
  }
  return undefined;
}

/** Of the StatefulSets of a Flink job, its JobManager's. */
function standsForJob(resource: Assessed, { name }: ObjectMetadata): boolean {
  return resource !== 'statefulsets.apps' || name.endsWith('-jobmanager');
}

/**
 * A run whose spec changed is an object of another name, and so is one that
 * somebody had run again: the one that was started last counts.
 */
function newest<T extends { metadata: ObjectMetadata; status?: object }>(
  objects: readonly T[],
): T | undefined {
  const made = ({ metadata, status }: T) =>
    startedAt(status) ?? metadata.creationTimestamp ?? '';
  return [...objects].sort((a, b) => made(b).localeCompare(made(a)))[0];
}

/** Of a SparkApplication of Kubeflow's operator, which runs one again itself. */
function startedAt(status: object = {}): string | undefined {
  const at: unknown = Reflect.get(status, 'lastSubmissionAttemptTime');
  return typeof at === 'string' ? at : undefined;
}

function live<R extends Assessed>(
  resource: R,
  object: KnownObjects[R],
): LiveObject {
  return { resource, object } as unknown as LiveObject;
}

import {
  ANNOTATION_ENVIRONMENTS,
  ANNOTATION_JOB,
  ANNOTATION_TOPIC,
  LABEL_JOB,
  LABEL_PIPELINE,
  TYPE_FLINK_JOB,
  TYPE_KAFKA_TOPIC,
  TYPE_PIPELINE,
  TYPE_SPARK_JOB,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { helmDocument, printDocument } from '../yaml/helmDocument';
import { entityName, topicObjectName } from '../names';
import {
  JobValues,
  PipelineSpec,
  PipelineValues,
} from '@headworks/backstage-plugin-data-pipelines-common';

const SELECTOR = 'backstage.io/kubernetes-label-selector';
const BACKSTAGE = 'backstage.io/v1alpha1';

/**
 * The pipeline, its jobs and topics as catalog entities. A job depends on what
 * it reads and a topic on what writes it, so the catalog's graph is the
 * dataflow.
 */
export function catalogInfo(spec: PipelineSpec): string {
  const values = spec.values as PipelineValues;
  const jobs = [
    ...jobsOf(values.flink?.jobs, TYPE_FLINK_JOB),
    ...jobsOf(values.spark?.jobs, TYPE_SPARK_JOB),
  ];
  const topics = Object.entries(values.kafka?.topics ?? {})
    .filter(([, topic]) => topic.enabled !== false && !topic.external)
    .map(([name]) => name);
  const entities = [
    pipelineEntity(spec),
    ...jobs.map(job => jobEntity(spec, job, topics)),
    ...topics.map(topic => topicEntity(spec, topic, jobs)),
  ];
  return entities
    .map(entity => printDocument(helmDocument(entity)))
    .join('---\n');
}

interface Job {
  name: string;
  type: string;
  values: JobValues;
}

function jobsOf(
  jobs: Record<string, JobValues> | undefined,
  type: string,
): Job[] {
  return Object.entries(jobs ?? {})
    .filter(([, values]) => values.enabled !== false)
    .map(([name, values]) => ({ name, type, values }));
}

function pipelineEntity(spec: PipelineSpec) {
  const { name, title, description, owner } = spec.pipeline;
  const environments = Object.entries(spec.environments)
    .map(
      ([environment, { cluster, namespace }]) =>
        `${environment}=${cluster}/${namespace}/${name}`,
    )
    .join(',');
  return {
    apiVersion: BACKSTAGE,
    kind: 'Component',
    metadata: {
      name,
      ...(title && { title }),
      ...(description && { description }),
      annotations: {
        [ANNOTATION_ENVIRONMENTS]: environments,
        [SELECTOR]: `${LABEL_PIPELINE}=${name}`,
      },
    },
    spec: { type: TYPE_PIPELINE, lifecycle: 'production', owner },
  };
}

function jobEntity(spec: PipelineSpec, job: Job, topics: string[]) {
  const { name: pipeline, owner } = spec.pipeline;
  const { description, reads = [] } = job.values;
  return {
    apiVersion: BACKSTAGE,
    kind: 'Component',
    metadata: {
      name: entityName(pipeline, job.name),
      title: job.name,
      ...(description && { description }),
      annotations: {
        [LABEL_PIPELINE]: pipeline,
        [ANNOTATION_JOB]: job.name,
        [SELECTOR]: `${LABEL_PIPELINE}=${pipeline},${LABEL_JOB}=${job.name}`,
      },
    },
    spec: {
      type: job.type,
      lifecycle: 'production',
      owner,
      subcomponentOf: `component:default/${pipeline}`,
      dependsOn: reads
        .filter(topic => topics.includes(topic))
        .map(
          topic =>
            `resource:default/${entityName(pipeline, topicObjectName(topic))}`,
        ),
    },
  };
}

function topicEntity(spec: PipelineSpec, topic: string, jobs: Job[]) {
  const { name: pipeline, owner } = spec.pipeline;
  return {
    apiVersion: BACKSTAGE,
    kind: 'Resource',
    metadata: {
      name: entityName(pipeline, topicObjectName(topic)),
      title: topic,
      annotations: { [LABEL_PIPELINE]: pipeline, [ANNOTATION_TOPIC]: topic },
    },
    spec: {
      type: TYPE_KAFKA_TOPIC,
      owner,
      dependsOn: jobs
        .filter(job => job.values.writes?.includes(topic))
        .map(job => `component:default/${entityName(pipeline, job.name)}`),
    },
  };
}

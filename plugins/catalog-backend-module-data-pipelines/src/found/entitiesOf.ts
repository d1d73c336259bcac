import {
  ComponentEntity,
  Entity,
  ResourceEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENTS,
  ANNOTATION_JOB,
  ANNOTATION_OBJECTS,
  ANNOTATION_TOPIC,
  DeclaredObject,
  FoundJob,
  FoundPipeline,
  FoundTopic,
  LABEL_JOB,
  LABEL_PIPELINE,
  printDeclaredObjects,
  TYPE_FLINK_JOB,
  TYPE_KAFKA_TOPIC,
  TYPE_PIPELINE,
  TYPE_SPARK_JOB,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { entityName } from './entityName';

/** How found pipelines become entities. */
export interface EntityOptions {
  /** Namespace of the entities. */
  namespace: string;
  /** Owner of pipelines whose objects name none. */
  defaultOwner: string;
  lifecycle: string;
}

const SELECTOR = 'backstage.io/kubernetes-label-selector';

/**
 * A found pipeline as the entities that its `catalog-info.yaml` would hold: a
 * job depends on what it reads and a topic on what writes it.
 */
export function entitiesOf(
  pipeline: FoundPipeline,
  options: EntityOptions,
): Entity[] {
  const context = { pipeline, options };
  return [
    pipelineEntity(context),
    ...pipeline.jobs.map(job => jobEntity(context, job)),
    ...pipeline.topics.map(topic => topicEntity(context, topic)),
  ];
}

interface Context {
  pipeline: FoundPipeline;
  options: EntityOptions;
}

function pipelineEntity({ pipeline, options }: Context): ComponentEntity {
  const { owner = options.defaultOwner, system } = pipeline;
  const environments = pipeline.environments.map(
    ({ name, cluster, namespace, release }) =>
      `${name}=${cluster}/${namespace}/${release}`,
  );
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: options.namespace,
      name: entityName(pipeline.name),
      title: pipeline.name,
      description: 'Found in the clusters',
      annotations: {
        [ANNOTATION_ENVIRONMENTS]: environments.join(','),
        ...selector(pipeline, [...pipeline.jobs, ...pipeline.topics]),
      },
    },
    spec: {
      type: TYPE_PIPELINE,
      lifecycle: options.lifecycle,
      owner,
      ...(system && { system }),
    },
  };
}

function jobEntity(
  { pipeline, options }: Context,
  job: FoundJob,
): ComponentEntity {
  const { owner = options.defaultOwner, system } = pipeline;
  const known = new Set(pipeline.topics.map(({ name }) => name));
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: options.namespace,
      name: entityName(pipeline.name, job.name),
      title: job.name,
      annotations: {
        [LABEL_PIPELINE]: entityName(pipeline.name),
        [ANNOTATION_JOB]: job.name,
        ...objects(job.objects),
        ...selector(pipeline, [job], job.name),
      },
    },
    spec: {
      type: job.engine === 'flink' ? TYPE_FLINK_JOB : TYPE_SPARK_JOB,
      lifecycle: options.lifecycle,
      owner,
      ...(system && { system }),
      subcomponentOf: `component:${options.namespace}/${entityName(
        pipeline.name,
      )}`,
      dependsOn: job.reads
        .filter(topic => known.has(topic))
        .map(
          topic =>
            `resource:${options.namespace}/${entityName(pipeline.name, topic)}`,
        ),
    },
  };
}

function topicEntity(
  { pipeline, options }: Context,
  topic: FoundTopic,
): ResourceEntity {
  const { owner = options.defaultOwner, system } = pipeline;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: options.namespace,
      name: entityName(pipeline.name, topic.name),
      title: topic.name,
      annotations: {
        [LABEL_PIPELINE]: entityName(pipeline.name),
        [ANNOTATION_TOPIC]: topic.name,
        ...objects(topic.objects),
      },
    },
    spec: {
      type: TYPE_KAFKA_TOPIC,
      owner,
      ...(system && { system }),
      dependsOn: pipeline.jobs
        .filter(({ writes }) => writes.includes(topic.name))
        .map(
          ({ name }) =>
            `component:${options.namespace}/${entityName(pipeline.name, name)}`,
        ),
    },
  };
}

function objects(named: readonly DeclaredObject[]): Record<string, string> {
  return named.length > 0
    ? { [ANNOTATION_OBJECTS]: printDeclaredObjects(named) }
    : {};
}

/** Only what carries our labels is selected by them. */
function selector(
  pipeline: FoundPipeline,
  parts: ReadonlyArray<{ objects: readonly DeclaredObject[] }>,
  job?: string,
): Record<string, string> {
  const labelled = parts.every(part => part.objects.length === 0);
  if (!labelled) return {};
  const ofJob = job === undefined ? '' : `,${LABEL_JOB}=${job}`;
  return { [SELECTOR]: `${LABEL_PIPELINE}=${pipeline.name}${ofJob}` };
}

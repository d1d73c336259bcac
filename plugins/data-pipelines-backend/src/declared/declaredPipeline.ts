import {
  Entity,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENTS,
  ANNOTATION_OBJECTS,
  DeclaredObject,
  parseDeclaredObjects,
  ANNOTATION_JOB,
  ANNOTATION_TOPIC,
  Environment,
  LABEL_PIPELINE,
  parseEnvironments,
  TYPE_FLINK_JOB,
  TYPE_KAFKA_TOPIC,
  TYPE_SPARK_JOB,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** A pipeline as the catalog declares it. */
export interface DeclaredPipeline {
  entityRef: string;
  name: string;
  title?: string;
  owner?: string;
  environments: Environment[];
  /** Why the environments cannot be read; empty when they can. */
  problem?: string;
  jobs: DeclaredJob[];
  topics: DeclaredTopic[];
}

/** A job as the catalog declares it. */
export interface DeclaredJob {
  entityRef: string;
  name: string;
  engine: 'flink' | 'spark';
  upstream: string[];
  /** Named by annotation, where our labels do not tell them. */
  objects: DeclaredObject[];
}

/** A topic as the catalog declares it. */
export interface DeclaredTopic {
  entityRef: string;
  name: string;
  upstream: string[];
  /** Named by annotation, where our labels do not tell them. */
  objects: DeclaredObject[];
}

/** Reads a pipeline's entity and those of its jobs and topics. */
export function declaredPipeline(
  pipeline: Entity,
  parts: readonly Entity[],
): DeclaredPipeline {
  let environments: Environment[] = [];
  let problem: string | undefined;
  try {
    environments = parseEnvironments(
      pipeline.metadata.annotations?.[ANNOTATION_ENVIRONMENTS],
    );
  } catch (error) {
    problem = `${ANNOTATION_ENVIRONMENTS}: ${(error as Error).message}`;
  }
  const jobs: DeclaredJob[] = [];
  const topics: DeclaredTopic[] = [];
  for (const part of parts) {
    const { annotations = {}, name } = part.metadata;
    const entityRef = stringifyEntityRef(part);
    const upstream = targets(part, RELATION_DEPENDS_ON);
    const objects = objectsOf(annotations[ANNOTATION_OBJECTS]);
    switch (part.spec?.type) {
      case TYPE_FLINK_JOB:
      case TYPE_SPARK_JOB:
        jobs.push({
          entityRef,
          upstream,
          objects,
          name: annotations[ANNOTATION_JOB] ?? name,
          engine: part.spec.type === TYPE_FLINK_JOB ? 'flink' : 'spark',
        });
        break;
      case TYPE_KAFKA_TOPIC:
        topics.push({
          entityRef,
          upstream,
          objects,
          name: annotations[ANNOTATION_TOPIC] ?? name,
        });
        break;
      default:
    }
  }
  return {
    entityRef: stringifyEntityRef(pipeline),
    name: pipeline.metadata.name,
    title: pipeline.metadata.title,
    owner: targets(pipeline, RELATION_OWNED_BY)[0],
    environments,
    problem,
    jobs: sorted(jobs),
    topics: sorted(topics),
  };
}

/** Entity ref of the pipeline that a job or topic says it belongs to. */
export function pipelineRefOf(part: Entity): string | undefined {
  const { annotations = {}, namespace = 'default' } = part.metadata;
  const name = annotations[LABEL_PIPELINE];
  if (name) {
    return stringifyEntityRef({ kind: 'component', namespace, name });
  }
  const parent = part.spec?.subcomponentOf;
  return typeof parent === 'string'
    ? stringifyEntityRef(
        parseEntityRef(parent, {
          defaultKind: 'component',
          defaultNamespace: namespace,
        }),
      )
    : undefined;
}

/** The catalog refuses what cannot be read; what is there already is of no pipeline. */
function objectsOf(annotation: string | undefined): DeclaredObject[] {
  try {
    return parseDeclaredObjects(annotation);
  } catch {
    return [];
  }
}

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => relation.targetRef);
}

function sorted<T extends { name: string }>(items: T[]): T[] {
  return items.sort((a, b) => a.name.localeCompare(b.name));
}

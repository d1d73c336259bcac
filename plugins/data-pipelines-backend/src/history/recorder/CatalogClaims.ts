import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_OBJECTS,
  LABEL_ENVIRONMENT,
  LABEL_JOB,
  LABEL_PIPELINE,
  parseDeclaredObjects,
  TYPE_FLINK_JOB,
  TYPE_KAFKA_CLUSTER,
  TYPE_KAFKA_TOPIC,
  TYPE_PIPELINE,
  TYPE_SPARK_JOB,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  DeclaredPipeline,
  declaredPipeline,
  pipelineNameOf,
} from '../../service/entities';
import { Claim, Claims } from './Claims';
import { Subject } from './subject';

const PART_TYPES = [
  TYPE_FLINK_JOB,
  TYPE_SPARK_JOB,
  TYPE_KAFKA_TOPIC,
  TYPE_KAFKA_CLUSTER,
];
const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.type',
  'spec.subcomponentOf',
  'relations',
];

/** Whose an object is, as the catalog says; asked for again now and then. */
export class CatalogClaims implements Claims {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  /** By the name that objects carry in their label. */
  #pipelines = new Map<string, DeclaredPipeline>();
  /** By cluster/resource/namespace/name. */
  #objects = new Map<string, Claim[]>();
  #text = '';

  constructor(options: {
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /** @returns whether anything is declared otherwise than before */
  async refresh(): Promise<boolean> {
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      const { items } = await this.#catalog.getEntities(
        {
          filter: [{ 'spec.type': [TYPE_PIPELINE, ...PART_TYPES] }],
          fields: FIELDS,
        },
        { credentials },
      );
      return this.#take(items);
    } catch (error) {
      this.#logger.warn(
        `The catalog does not say which pipelines there are: ${error}`,
      );
      return false;
    }
  }

  of(cluster: string, subject: Subject): readonly Claim[] {
    const { resource, metadata } = subject;
    const { labels, namespace, name } = metadata;
    const named = this.#objects.get(
      [cluster, resource, namespace, name].join('/'),
    );
    if (named) return named;
    const pipeline = this.#pipelines.get(labels[LABEL_PIPELINE] ?? '');
    const environment = pipeline?.environments.find(
      one =>
        one.cluster === cluster &&
        one.name === labels[LABEL_ENVIRONMENT] &&
        // What belongs to Kafka lives beside its cluster.
        (one.namespace === namespace || isOfKafka(resource)),
    );
    if (!pipeline || !environment) return [];
    return [
      {
        pipelineRef: pipeline.entityRef,
        environment: environment.name,
        entityRef: entityOf(pipeline, subject),
      },
    ];
  }

  #take(items: readonly Entity[]): boolean {
    const text = JSON.stringify(items);
    if (text === this.#text) return false;
    this.#text = text;
    const parts = new Map<string, Entity[]>();
    for (const item of items) {
      const name = pipelineNameOf(item);
      if (name) parts.set(name, [...(parts.get(name) ?? []), item]);
    }
    this.#pipelines = new Map();
    this.#objects = new Map();
    for (const item of items) {
      if (item.spec?.type !== TYPE_PIPELINE) continue;
      const { name } = item.metadata;
      const own = parts.get(name) ?? [];
      const pipeline = declaredPipeline(item, own);
      this.#pipelines.set(name, pipeline);
      for (const part of own) this.#takeObjects(pipeline, part);
    }
    return true;
  }

  #takeObjects(pipeline: DeclaredPipeline, part: Entity) {
    for (const object of declaredObjects(part)) {
      const environment = pipeline.environments.find(
        ({ name }) => name === object.environment,
      );
      if (!environment) continue;
      const { resource, namespace, name } = object;
      const key = [environment.cluster, resource, namespace, name].join('/');
      const claim: Claim = {
        pipelineRef: pipeline.entityRef,
        environment: environment.name,
        entityRef: stringifyEntityRef(part),
      };
      this.#objects.set(key, [...(this.#objects.get(key) ?? []), claim]);
    }
  }
}

function declaredObjects(part: Entity) {
  try {
    return parseDeclaredObjects(
      part.metadata.annotations?.[ANNOTATION_OBJECTS],
    );
  } catch {
    // The pipeline's page says what is wrong with it.
    return [];
  }
}

function isOfKafka(resource: string): boolean {
  return resource.includes('kafka') || resource.includes('confluent');
}

function entityOf(
  { jobs, topics }: DeclaredPipeline,
  { topic, metadata }: Subject,
): string | undefined {
  return topic === undefined
    ? jobs.find(({ name }) => name === metadata.labels[LABEL_JOB])?.entityRef
    : topics.find(({ name }) => name === topic)?.entityRef;
}

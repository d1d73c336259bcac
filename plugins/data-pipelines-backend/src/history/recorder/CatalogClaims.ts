import {
  LABEL_ENVIRONMENT,
  LABEL_JOB,
  LABEL_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredPipeline } from '../../declared/declaredPipeline';
import { DeclaredPipelines } from '../../declared/DeclaredPipelines';
import { Claim, Claims } from './Claims';
import { Subject } from './subject';

/** Whose an object is, as the catalog says. */
export class CatalogClaims implements Claims {
  readonly #declared: DeclaredPipelines;
  /** By the name that objects carry in their label. */
  #pipelines = new Map<string, DeclaredPipeline>();
  /** By cluster/resource/namespace/name. */
  #objects = new Map<string, Claim[]>();
  #stale = true;

  constructor(options: { declared: DeclaredPipelines }) {
    this.#declared = options.declared;
    this.#declared.subscribe(() => {
      this.#stale = true;
    });
  }

  /** @returns whether anything is declared otherwise than before */
  refresh(): boolean {
    if (!this.#stale) return false;
    this.#stale = false;
    this.#pipelines = new Map();
    this.#objects = new Map();
    for (const pipeline of this.#declared.all()) {
      this.#pipelines.set(pipeline.name, pipeline);
      this.#takeObjects(pipeline);
    }
    return true;
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

  #takeObjects(pipeline: DeclaredPipeline) {
    for (const part of [...pipeline.jobs, ...pipeline.topics]) {
      for (const object of part.objects) {
        const environment = pipeline.environments.find(
          ({ name }) => name === object.environment,
        );
        if (!environment) continue;
        const { resource, namespace, name } = object;
        const key = [environment.cluster, resource, namespace, name].join('/');
        const claim: Claim = {
          pipelineRef: pipeline.entityRef,
          environment: environment.name,
          entityRef: part.entityRef,
        };
        this.#objects.set(key, [...(this.#objects.get(key) ?? []), claim]);
      }
    }
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

import {
  Environment,
  LABEL_ENVIRONMENT,
  LABEL_JOB,
  LABEL_PIPELINE,
  parseDeclaredObjects,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Claim, Claims } from './Claims';
import { Subject } from './subject';

/** What has to be known of a pipeline to tell which objects are its parts. */
export interface Claimant {
  entityRef: string;
  name: string;
  environments: readonly Environment[];
  jobs: readonly Part[];
  topics: readonly Part[];
}

interface Part {
  entityRef: string;
  name: string;
  /** Named by annotation, where labels do not tell them. */
  objects: ReturnType<typeof parseDeclaredObjects>;
}

/** Whose an object is, as the catalog declares it. */
export class DeclaredClaims implements Claims {
  readonly #all: () => Iterable<Claimant>;
  /** By the name that objects carry in their label. */
  #byName = new Map<string, Claimant[]>();
  /** By cluster/resource/namespace/name. */
  #byObject = new Map<string, Claim[]>();

  /** @param all - every pipeline that is declared now */
  constructor(all: () => Iterable<Claimant>) {
    this.#all = all;
  }

  /** Something is declared otherwise than before. */
  refresh() {
    this.#byName = new Map();
    this.#byObject = new Map();
    for (const pipeline of this.#all()) {
      append(this.#byName, pipeline.name, pipeline);
      for (const part of [...pipeline.jobs, ...pipeline.topics]) {
        this.#takeObjects(pipeline, part);
      }
    }
  }

  of(cluster: string, subject: Subject): readonly Claim[] {
    const { resource, metadata } = subject;
    const { labels, namespace, name } = metadata;
    const named = this.#byObject.get(
      [cluster, resource, namespace, name].join('/'),
    );
    if (named) return named;
    const pipelines = this.#byName.get(labels[LABEL_PIPELINE] ?? '') ?? [];
    return pipelines.flatMap(pipeline => {
      const environment = pipeline.environments.find(
        one =>
          one.cluster === cluster &&
          one.name === labels[LABEL_ENVIRONMENT] &&
          // What belongs to Kafka lives beside its cluster.
          (one.namespace === namespace || isOfKafka(resource)),
      );
      return environment
        ? claim(pipeline, environment, partOf(pipeline, subject))
        : [];
    });
  }

  #takeObjects(pipeline: Claimant, part: Part) {
    for (const object of part.objects) {
      const { resource, namespace, name } = object;
      const environment = pipeline.environments.find(
        one => one.name === object.environment,
      );
      // Or anyone could claim another team's object.
      const own = environment?.namespace === namespace || isOfKafka(resource);
      if (!environment || !own) continue;
      const key = [environment.cluster, resource, namespace, name].join('/');
      append(this.#byObject, key, claim(pipeline, environment, part));
    }
  }
}

function claim(
  { entityRef }: Claimant,
  { name }: Environment,
  part: Part | undefined,
): Claim {
  return {
    pipelineRef: entityRef,
    environment: name,
    entityRef: part?.entityRef,
  };
}

function partOf(
  { jobs, topics }: Claimant,
  { topic, metadata }: Subject,
): Part | undefined {
  return topic === undefined
    ? jobs.find(({ name }) => name === metadata.labels[LABEL_JOB])
    : topics.find(({ name }) => name === topic);
}

function isOfKafka(resource: string): boolean {
  return resource.includes('kafka') || resource.includes('confluent');
}

function append<V>(map: Map<string, V[]>, key: string, value: V) {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

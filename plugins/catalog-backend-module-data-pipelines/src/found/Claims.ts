import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENTS,
  ANNOTATION_OBJECTS,
  Environment,
  FoundPipeline,
  parseDeclaredObjects,
  parseEnvironments,
  TYPE_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';

const placeOf = ({ cluster, namespace }: Environment, release: string) =>
  `${cluster}/${namespace}/${release}`;

const objectId = (object: {
  resource: string;
  namespace: string;
  name: string;
}) => `${object.resource}/${object.namespace}/${object.name}`;

/** What the catalog has of pipelines from elsewhere, Git above all. */
export class Claims {
  /** Names of pipelines. */
  readonly #pipelines = new Set<string>();
  /** cluster/namespace/pipeline */
  readonly #places = new Set<string>();
  /** resource/namespace/name */
  readonly #objects = new Set<string>();

  constructor(declared: readonly Entity[]) {
    for (const entity of declared) {
      const { annotations = {}, name } = entity.metadata;
      if (entity.spec?.type === TYPE_PIPELINE) {
        this.#pipelines.add(name);
        for (const environment of read(() =>
          parseEnvironments(annotations[ANNOTATION_ENVIRONMENTS]),
        )) {
          this.#places.add(placeOf(environment, environment.release));
        }
      }
      for (const object of read(() =>
        parseDeclaredObjects(annotations[ANNOTATION_OBJECTS]),
      )) {
        this.#objects.add(objectId(object));
      }
    }
  }

  /** True where somebody else declares the pipeline, its place or its objects. */
  has({ name, environments, jobs }: FoundPipeline): boolean {
    return (
      this.#pipelines.has(name) ||
      environments.some(environment =>
        this.#places.has(placeOf(environment, environment.release)),
      ) ||
      jobs.some(job =>
        job.objects.some(object => this.#objects.has(objectId(object))),
      )
    );
  }
}

/** An annotation that nobody can read is told of elsewhere. */
function read<T>(parse: () => T[]): T[] {
  try {
    return parse();
  } catch {
    return [];
  }
}

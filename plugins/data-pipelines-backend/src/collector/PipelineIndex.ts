import {
  LABEL_PIPELINE,
  ObjectMetadata,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Resource, Watched } from './resources';

/**
 * What is known of all clusters, by pipeline. Everything that reads asks here;
 * nothing asks a cluster.
 */
export class PipelineIndex {
  /** cluster/resource → namespace/name → record */
  readonly #objects = new Map<string, Map<string, Watched[Resource]>>();
  /** cluster/resource/pipeline → keys of the objects with its label */
  readonly #byPipeline = new Map<string, Set<string>>();
  readonly #onChange: (pipelines: ReadonlySet<string>) => void;

  /** @param onChange - gets the names of the pipelines whose objects changed */
  constructor(onChange: (pipelines: ReadonlySet<string>) => void) {
    this.#onChange = onChange;
  }

  /** Takes a fresh list: what it lacks is gone. */
  replace<R extends Resource>(
    cluster: string,
    resource: R,
    objects: ReadonlyArray<Watched[R]>,
  ) {
    const known = this.#of(cluster, resource);
    const gone = new Set(known.keys());
    const changed = new Set<string>();
    for (const object of objects) {
      gone.delete(keyOf(object.metadata));
      this.#put(cluster, resource, object, changed);
    }
    for (const key of gone) {
      this.#drop(cluster, resource, key, changed);
    }
    this.#tell(changed);
  }

  /** Takes one object of a watch. */
  put<R extends Resource>(cluster: string, resource: R, object: Watched[R]) {
    const changed = new Set<string>();
    this.#put(cluster, resource, object, changed);
    this.#tell(changed);
  }

  /** Forgets one object of a watch. */
  delete(cluster: string, resource: Resource, metadata: ObjectMetadata) {
    const changed = new Set<string>();
    this.#drop(cluster, resource, keyOf(metadata), changed);
    this.#tell(changed);
  }

  /** The objects of a pipeline in one cluster, all namespaces. */
  find<R extends Resource>(
    cluster: string,
    resource: R,
    pipeline: string,
  ): Array<Watched[R]> {
    const objects = this.#of(cluster, resource);
    const keys = this.#byPipeline.get(`${cluster}/${resource}/${pipeline}`);
    return [...(keys ?? [])].map(key => objects.get(key) as Watched[R]);
  }

  /** All objects of one namespace; for kinds that do not carry our label. */
  inNamespace<R extends Resource>(
    cluster: string,
    resource: R,
    namespace: string,
  ): Array<Watched[R]> {
    return [...this.#of(cluster, resource).values()].filter(
      object => object.metadata.namespace === namespace,
    ) as Array<Watched[R]>;
  }

  #of(cluster: string, resource: Resource) {
    const id = `${cluster}/${resource}`;
    let objects = this.#objects.get(id);
    if (!objects) {
      objects = new Map();
      this.#objects.set(id, objects);
    }
    return objects;
  }

  #put<R extends Resource>(
    cluster: string,
    resource: R,
    object: Watched[R],
    changed: Set<string>,
  ) {
    const key = keyOf(object.metadata);
    const objects = this.#of(cluster, resource);
    const before = objects.get(key);
    if (before && JSON.stringify(before) === JSON.stringify(object)) {
      return;
    }
    if (before) {
      this.#drop(cluster, resource, key, changed);
    }
    objects.set(key, object);
    for (const pipeline of pipelinesOf(resource, object)) {
      const id = `${cluster}/${resource}/${pipeline}`;
      const keys = this.#byPipeline.get(id) ?? new Set();
      this.#byPipeline.set(id, keys.add(key));
      changed.add(pipeline);
    }
  }

  #drop(
    cluster: string,
    resource: Resource,
    key: string,
    changed: Set<string>,
  ) {
    const objects = this.#of(cluster, resource);
    const object = objects.get(key);
    if (!object) return;
    objects.delete(key);
    for (const pipeline of pipelinesOf(resource, object)) {
      this.#byPipeline.get(`${cluster}/${resource}/${pipeline}`)?.delete(key);
      changed.add(pipeline);
    }
  }

  #tell(changed: ReadonlySet<string>) {
    if (changed.size > 0) this.#onChange(changed);
  }
}

function keyOf(metadata: ObjectMetadata) {
  return `${metadata.namespace}/${metadata.name}`;
}

/** A snapshot that somebody made by hand has no label: its job's pipelines see it by namespace. */
const ANY_PIPELINE = '*';

function pipelinesOf(resource: Resource, object: Watched[Resource]): string[] {
  const pipeline = object.metadata.labels[LABEL_PIPELINE];
  if (pipeline) return [pipeline];
  return resource === 'flinkstatesnapshots' ? [ANY_PIPELINE] : [];
}

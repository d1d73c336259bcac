import { LABEL_PIPELINE } from '../annotations';
import { FlinkStats } from '../resources/flinkStats';
import { KnownObjects, ResourceId } from '../resources/kinds';
import { ObjectEvent } from '../resources/objectEvent';
import { INDEXED_LABELS, IndexedLabel, ObjectSource } from './ObjectSource';

/**
 * What is known of one cluster, in memory, looked up by name, label or
 * involved object. Nothing here walks over all objects of a cluster.
 *
 * @public
 */
export class ObjectIndex implements ObjectSource {
  /** resource → namespace → name → object */
  readonly #objects = new Map<ResourceId, Namespaces>();
  /** resource/namespace/label=value → name → object */
  readonly #labelled = new Map<string, Map<string, Stored>>();
  /** resource/pipeline → namespace/name → object */
  readonly #ofPipeline = new Map<string, Map<string, Stored>>();
  /** kind/namespace/name → name of the event → event */
  readonly #events = new Map<string, Map<string, ObjectEvent>>();
  readonly #flinkStats = new Map<string, FlinkStats>();

  /** Puts an object, or replaces it. */
  put<R extends ResourceId>(resource: R, object: KnownObjects[R]): void {
    const { namespace, name } = object.metadata;
    this.delete(resource, namespace, name);
    nested(nested(this.#objects, resource), namespace).set(name, object);
    for (const key of labelKeys(resource, object)) {
      nested(this.#labelled, key).set(name, object);
    }
    const pipeline = pipelineKey(resource, object);
    if (pipeline) {
      nested(this.#ofPipeline, pipeline).set(`${namespace}/${name}`, object);
    }
    if (resource === 'events') {
      nested(this.#events, involved(object as ObjectEvent)).set(
        name,
        object as ObjectEvent,
      );
    }
  }

  /** Forgets an object. @returns what was known of it */
  delete<R extends ResourceId>(
    resource: R,
    namespace: string,
    name: string,
  ): KnownObjects[R] | undefined {
    const object = this.get(resource, namespace, name);
    if (!object) return undefined;
    this.#objects.get(resource)?.get(namespace)?.delete(name);
    for (const key of labelKeys(resource, object)) {
      drop(this.#labelled, key, name);
    }
    const pipeline = pipelineKey(resource, object);
    if (pipeline) drop(this.#ofPipeline, pipeline, `${namespace}/${name}`);
    if (resource === 'events') {
      drop(this.#events, involved(object as ObjectEvent), name);
    }
    return object;
  }

  /** Takes what Flink's REST said; undefined forgets it. */
  putFlinkStats(
    resource: ResourceId,
    namespace: string,
    name: string,
    stats: FlinkStats | undefined,
  ): void {
    const key = `${resource}/${namespace}/${name}`;
    if (stats) this.#flinkStats.set(key, stats);
    else this.#flinkStats.delete(key);
  }

  get<R extends ResourceId>(resource: R, namespace: string, name: string) {
    return this.#objects.get(resource)?.get(namespace)?.get(name) as
      | KnownObjects[R]
      | undefined;
  }

  labelled<R extends ResourceId>(
    resource: R,
    namespace: string,
    label: IndexedLabel,
    value: string,
  ) {
    const key = `${resource}/${namespace}/${label}=${value}`;
    return [...(this.#labelled.get(key)?.values() ?? [])] as Array<
      KnownObjects[R]
    >;
  }

  /** The objects with a pipeline's label, in all namespaces. */
  ofPipeline<R extends ResourceId>(resource: R, pipeline: string) {
    const known = this.#ofPipeline.get(`${resource}/${pipeline}`);
    return [...(known?.values() ?? [])] as Array<KnownObjects[R]>;
  }

  inNamespace<R extends ResourceId>(resource: R, namespace: string) {
    return [
      ...(this.#objects.get(resource)?.get(namespace)?.values() ?? []),
    ] as Array<KnownObjects[R]>;
  }

  /** All objects of a kind. */
  all<R extends ResourceId>(resource: R) {
    return [...(this.#objects.get(resource)?.values() ?? [])].flatMap(names => [
      ...names.values(),
    ]) as Array<KnownObjects[R]>;
  }

  eventsAbout(kind: string, namespace: string, name: string) {
    const known = this.#events.get(`${kind}/${namespace}/${name}`);
    return [...(known?.values() ?? [])];
  }

  flinkStats(resource: ResourceId, namespace: string, name: string) {
    return this.#flinkStats.get(`${resource}/${namespace}/${name}`);
  }
}

type Stored = KnownObjects[ResourceId];
type Namespaces = Map<string, Map<string, Stored>>;

function nested<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<L, V>();
  maps.set(key, made);
  return made;
}

function drop<V>(maps: Map<string, Map<string, V>>, key: string, name: string) {
  const known = maps.get(key);
  known?.delete(name);
  if (known?.size === 0) maps.delete(key);
}

function labelKeys(resource: ResourceId, { metadata }: Stored): string[] {
  return INDEXED_LABELS.flatMap(label => {
    const value = metadata.labels[label];
    return value === undefined
      ? []
      : [`${resource}/${metadata.namespace}/${label}=${value}`];
  });
}

function pipelineKey(resource: ResourceId, { metadata }: Stored) {
  const pipeline = metadata.labels[LABEL_PIPELINE];
  return pipeline === undefined ? undefined : `${resource}/${pipeline}`;
}

function involved({ involvedObject, metadata }: ObjectEvent): string {
  const { kind, namespace = metadata.namespace, name } = involvedObject;
  // What a ReplicaSet is called only its Deployment knows, which people know.
  return kind === 'ReplicaSet'
    ? `Deployment/${namespace}/${name?.replace(/-[a-z0-9]+$/, '')}`
    : `${kind}/${namespace}/${name}`;
}

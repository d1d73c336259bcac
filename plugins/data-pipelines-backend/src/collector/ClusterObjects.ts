import { isDeepStrictEqual } from 'node:util';
import {
  KnownObjects,
  ObjectIndex,
  project,
  RawObject,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ChangeQueue } from './ChangeQueue';
import { ObjectChange } from './ObjectChange';

/** Where an object was seen last, and which version of it. */
interface Seen {
  stream: string;
  version?: string;
}

/**
 * What is known of one cluster. Several streams may bring one resource (pods,
 * by different labels): an object belongs to the stream that brought it last,
 * so that an object which changes its labels is neither doubled nor lost.
 */
export class ClusterObjects {
  readonly index = new ObjectIndex();
  readonly #cluster: string;
  readonly #changes: ChangeQueue;
  /** resource → namespace/name → where it was seen */
  readonly #seen = new Map<ResourceId, Map<string, Seen>>();

  constructor(options: { cluster: string; changes: ChangeQueue }) {
    this.#cluster = options.cluster;
    this.#changes = options.changes;
  }

  /** How many objects of a resource are known. */
  count(resource: ResourceId): number {
    return this.#seen.get(resource)?.size ?? 0;
  }

  /** Takes an object of a list or a watch. */
  put(stream: string, resource: ResourceId, raw: RawObject) {
    const seen = this.#of(resource);
    const key = keyOf(raw);
    const known = seen.get(key);
    const version = raw.metadata.resourceVersion;
    seen.set(key, { stream, version });
    if (known && known.version === version) return;
    const { namespace = '', name } = raw.metadata;
    const before = this.index.get(resource, namespace, name);
    const after = project(resource, raw, before);
    // Controllers write times all day; what is kept of an object is the same.
    if (before && isDeepStrictEqual(before, after)) return;
    this.index.put(resource, after);
    this.#tell({ resource, before, after, raw, version });
  }

  /** Forgets an object, unless another stream has brought it since. */
  delete(stream: string, resource: ResourceId, raw: RawObject) {
    const version = raw.metadata.resourceVersion;
    this.#forget(stream, resource, keyOf(raw), { raw, version });
  }

  /** A full list begins; what it does not bring is gone when it ends. */
  beginList(stream: string, resource: ResourceId) {
    const missing = new Set<string>();
    for (const [key, seen] of this.#of(resource)) {
      if (seen.stream === stream) missing.add(key);
    }
    return {
      take: (raw: RawObject) => {
        missing.delete(keyOf(raw));
        this.put(stream, resource, raw);
      },
      end: (version: string) => {
        for (const key of missing) {
          this.#forget(stream, resource, key, { version });
        }
      },
    };
  }

  /** The cluster does not serve the resource any more. */
  drop(resource: ResourceId) {
    for (const [key, { stream }] of this.#of(resource)) {
      this.#forget(stream, resource, key, {});
    }
  }

  #of(resource: ResourceId): Map<string, Seen> {
    const known = this.#seen.get(resource) ?? new Map<string, Seen>();
    this.#seen.set(resource, known);
    return known;
  }

  #forget(
    stream: string,
    resource: ResourceId,
    key: string,
    last: { raw?: RawObject; version?: string },
  ) {
    const seen = this.#of(resource);
    if (seen.get(key)?.stream !== stream) return;
    seen.delete(key);
    const [namespace, name] = key.split('/');
    const before = this.index.delete(resource, namespace, name);
    if (before) this.#tell({ resource, before, ...last });
  }

  #tell(change: {
    resource: ResourceId;
    before?: KnownObjects[ResourceId];
    after?: KnownObjects[ResourceId];
    raw?: RawObject;
    version?: string;
  }) {
    this.#changes.push({
      ...change,
      cluster: this.#cluster,
      at: new Date().toISOString(),
      // One resource's objects are of one type; the compiler cannot follow.
    } as ObjectChange);
  }
}

function keyOf({ metadata }: RawObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

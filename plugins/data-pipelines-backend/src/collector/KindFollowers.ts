import {
  ObjectMetadata,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterObjects } from './ClusterObjects';
import { ClusterReader } from './ClusterReader';
import {
  assumedResources,
  Served,
  ServedGroups,
  servedResources,
} from './discovery';
import { EventSink } from './EventSink';
import { Gate } from './Gate';
import { objectSink } from './Sink';
import { StreamFollower } from './StreamFollower';
import { newRecord, StreamRecord } from './StreamRecord';
import { streamsOf } from './streams';
import { Way } from './Way';

/** A cold start must not be what overloads a cluster. */
const LISTS_AT_ONCE = 4;
/** A kind may be new in a group that is served already. */
const LOOK_AGAIN = 30_000;
/** An API server that starts does not serve its CRDs at first. */
const GRACE = 30_000;
/** A group that is new gets its kinds and versions one after the other. */
const SETTLED_AFTER = 60_000;
/** After so long a kind that went is not expected back at any moment. */
const EXPECTED_BACK = 10 * 60_000;

const ALL = Object.keys(RESOURCES) as ResourceId[];

interface Followed {
  version: string;
  followers: StreamFollower[];
  abort: AbortController;
  done: Promise<unknown>;
}

interface Options {
  reader: ClusterReader;
  objects: ClusterObjects;
  events: EventSink;
  way: Way;
  watchSeconds: number;
  /** Only these are read; all where absent. */
  namespaces?: readonly string[];
  onState: () => void;
}

/** Follows the kinds of a cluster that it serves, each at the version it serves. */
export class KindFollowers {
  readonly #options: Options;
  readonly #lists = new Gate(LISTS_AT_ONCE);
  readonly #records: ReadonlyMap<ResourceId, StreamRecord[]>;
  readonly #followed = new Map<ResourceId, Followed>();
  /** Kinds that were served, and when they were missed first. */
  readonly #missing = new Map<ResourceId, number>();
  #known = '';
  #lookedAt = 0;
  /** When the cluster began to serve other groups or versions. */
  #newAt = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#records = new Map(
      ALL.map(resource => [
        resource,
        streamsOf(resource, options.namespaces).map(({ id }) =>
          newRecord(id, resource),
        ),
      ]),
    );
  }

  records(): StreamRecord[] {
    return [...this.#records.values()].flat();
  }

  recordsOf(resource: ResourceId): StreamRecord[] {
    return this.#records.get(resource) ?? [];
  }

  version(resource: ResourceId): string | undefined {
    return this.#followed.get(resource)?.version;
  }

  /**
   * Follows what is served now.
   *
   * @param groups - undefined where the cluster does not say
   */
  async serve(
    groups: ServedGroups | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const known = JSON.stringify(
      [...(groups ?? [])].map(([name, versions]) => [name, ...versions]),
    );
    const isNew = known !== this.#known;
    if (isNew) this.#newAt = Date.now();
    const isDue = Date.now() - this.#lookedAt > LOOK_AGAIN;
    if (isNew || isDue || this.#isUnsettled()) {
      try {
        const served = groups
          ? await servedResources(this.#options.reader, groups, signal)
          : assumedResources();
        await this.#follow(served);
        this.#known = known;
        this.#lookedAt = Date.now();
      } catch {
        // The next beat tells whether the cluster is there, and tries again.
      }
    }
    this.#dropMissing();
  }

  /** Whether a kind that was known is not served now, and may be in a moment. */
  isIncomplete(): boolean {
    return this.records().some(
      ({ asOf, resource, state }) =>
        asOf !== undefined &&
        state === 'waiting' &&
        (this.#missing.has(resource) || this.#isGone(resource)),
    );
  }

  /** Ends every watch; what is known stays. */
  async stop(): Promise<void> {
    const all = [...this.#followed.values()];
    this.#followed.clear();
    this.#known = '';
    await Promise.all(all.map(followed => this.#end(followed)));
    for (const record of this.records()) {
      if (record.state === 'absent') continue;
      record.state = 'waiting';
      record.message = undefined;
    }
  }

  /** Watches were held back for a time: nothing newer is certain. */
  heldBackSince(time: number) {
    for (const record of this.records()) {
      if (record.asOf) {
        const sure = Math.max(time, record.listedAt ?? 0);
        record.asOf = Math.min(record.asOf, sure);
      }
    }
    this.renew();
  }

  /** Opens every watch anew, such as a shorter one. */
  renew() {
    for (const { followers } of this.#followed.values()) {
      for (const follower of followers) follower.renew();
    }
  }

  /** An object of the kind, of those followed, that has the fewest. */
  anyObject():
    | { resource: ResourceId; version: string; object: ObjectMetadata }
    | undefined {
    const { objects } = this.#options;
    const [fewest] = [...this.#followed.keys()]
      .filter(
        resource =>
          objects.count(resource) > 0 &&
          this.recordsOf(resource).every(({ state }) => state === 'live'),
      )
      .sort((a, b) => objects.count(a) - objects.count(b));
    const version = fewest && this.version(fewest);
    if (!version) return undefined;
    const [first] = objects.index.all(fewest);
    return first && { resource: fewest, version, object: first.metadata };
  }

  #isUnsettled(): boolean {
    const now = Date.now();
    return (
      now - this.#newAt < SETTLED_AFTER ||
      [...this.#missing.values()].some(at => now - at < EXPECTED_BACK) ||
      [...this.#followed.keys()].some(resource => this.#isGone(resource))
    );
  }

  #isGone(resource: ResourceId): boolean {
    const { followers = [] } = this.#followed.get(resource) ?? {};
    return followers.some(({ isGone }) => isGone);
  }

  async #follow(served: Served): Promise<void> {
    for (const resource of ALL) {
      const version = served.get(resource);
      const followed = this.#followed.get(resource);
      if (version) {
        this.#missing.delete(resource);
        if (followed?.version === version && !this.#isGone(resource)) continue;
        await this.#end(followed);
        this.#start(resource, version);
      } else if (
        this.recordsOf(resource).some(({ state }) => state !== 'absent')
      ) {
        await this.#end(followed);
        this.#followed.delete(resource);
        if (!this.#missing.has(resource)) {
          this.#missing.set(resource, Date.now());
        }
      }
    }
  }

  async #end(followed: Followed | undefined): Promise<void> {
    followed?.abort.abort();
    await followed?.done;
  }

  #start(resource: ResourceId, version: string) {
    const { objects, events, namespaces, ...options } = this.#options;
    const abort = new AbortController();
    const records = this.recordsOf(resource);
    const followers = streamsOf(resource, namespaces).map(
      (stream, i) =>
        new StreamFollower({
          ...options,
          stream,
          version,
          record: records[i],
          sink:
            resource === 'events'
              ? events.of(stream.id)
              : objectSink({ objects, stream: stream.id, resource }),
          lists: this.#lists,
        }),
    );
    const done = Promise.all(
      followers.map(follower => follower.run(abort.signal)),
    );
    this.#followed.set(resource, { version, followers, abort, done });
  }

  /** When it is certain that a kind went, so did its objects. */
  #dropMissing() {
    const { objects, onState } = this.#options;
    for (const [resource, since] of this.#missing) {
      const isCertain = Date.now() - since > GRACE;
      if (!isCertain && objects.count(resource) > 0) continue;
      objects.drop(resource);
      for (const record of this.recordsOf(resource)) {
        record.state = 'absent';
        record.message = undefined;
        record.asOf = undefined;
      }
      onState();
    }
  }
}

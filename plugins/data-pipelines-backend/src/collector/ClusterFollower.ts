import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ClusterView,
  CollectorClusterView,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { pause } from './Backoff';
import { isHeldBack } from './bufferProbe';
import { ChangeQueue } from './ChangeQueue';
import { ClusterObjects } from './ClusterObjects';
import { ClusterReader, NotServed } from './ClusterReader';
import { ClusterFacts, clusterView, isRead, resourceView } from './clusterView';
import { ServedGroups, servedGroups } from './discovery';
import { EventSink } from './EventSink';
import { clusterSilence, Refusal } from './failure';
import { KindFollowers } from './KindFollowers';
import { ChangeListener } from './ObjectChange';
import { Way } from './Way';

const EVERY = 4_000;
/** Where the next answer is likely to be another one. */
const SOON = 1_000;
const PATIENCE = 4_000;
const PROBE_EVERY = 12_000;
/** Every answer tells how its clusters are: those of a moment tell the same. */
const VIEW_KEPT = 100;

/**
 * Follows one cluster. A small request every few seconds tells whether it is
 * there and which kinds it serves: watches alone do not, for a proxy may keep
 * one open, silently, when the API server behind it dies.
 */
export class ClusterFollower {
  readonly name: string;
  readonly objects: ClusterObjects;
  readonly #reader: ClusterReader;
  readonly #kinds: KindFollowers;
  readonly #events: EventSink;
  readonly #logger: LoggerService;
  readonly #onView: () => void;
  readonly #changes: ChangeQueue;
  readonly #unsupported: string | undefined;
  readonly #changedAt = new Map<ResourceId, string>();
  #silence: string | undefined;
  // A longer watch that runs by then is cut, too, and nobody would know.
  readonly #way = new Way(() => this.#kinds.renew());
  /** When a watch was last seen to bring things at once. */
  #promptAt = 0;
  #probedAt = 0;
  /** The last probe was held back, the one before was not. */
  #isSuspect = false;
  #said = '';
  #view: ClusterView | undefined;
  #viewedAt = 0;

  constructor(options: {
    access: ClusterAccess;
    name: string;
    unsupported?: string;
    /** How long a watch is open, in seconds, before it is renewed. */
    watchSeconds: number;
    /** Only these are read; all where absent. */
    namespaces?: readonly string[];
    changes: ChangeQueue;
    logger: LoggerService;
    /** Called when what {@link ClusterFollower.view} says of it is different, but for times. */
    onView: () => void;
  }) {
    const { access, name, changes } = options;
    this.name = name;
    this.#unsupported = options.unsupported;
    this.#logger = options.logger;
    this.#onView = options.onView;
    this.objects = new ClusterObjects({ cluster: name, changes });
    this.#reader = new ClusterReader({ access, cluster: name });
    this.#events = new EventSink({ objects: this.objects });
    this.#kinds = new KindFollowers({
      reader: this.#reader,
      objects: this.objects,
      events: this.#events,
      way: this.#way,
      watchSeconds: options.watchSeconds,
      namespaces: options.namespaces,
      onState: () => this.#tell(),
    });
    this.#changes = changes;
  }

  /** For as long as the signal allows. Never throws. */
  async run(signal: AbortSignal): Promise<void> {
    if (this.#unsupported) return;
    const unsubscribe = this.#changes.subscribe(this.#note);
    await this.#keepFollowing(signal);
    unsubscribe();
  }

  async #keepFollowing(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const silence = await this.#untilLost(signal);
      await this.#kinds.stop();
      if (signal.aborted) return;
      this.#silence = silence;
      this.#tell();
      await this.#untilFound(signal);
      this.#silence = undefined;
      this.#tell();
    }
  }

  view(): ClusterView {
    const now = performance.now();
    if (!this.#view || now - this.#viewedAt > VIEW_KEPT) {
      this.#view = clusterView(this.#facts(), Date.now());
      this.#viewedAt = now;
    }
    return this.#view;
  }

  /** Whether all that may be read was read at least once. */
  isRead(): boolean {
    return isRead(this.#kinds.records());
  }

  status(): CollectorClusterView {
    const { clockAhead } = this.#reader;
    const resources = Object.keys(RESOURCES) as ResourceId[];
    return {
      ...this.view(),
      ...(clockAhead !== undefined && {
        clockAhead: Math.round(clockAhead / 1000),
      }),
      buffered: this.#way.holdsBack,
      cut: this.#way.cuts,
      resources: resources.map(resource =>
        resourceView(resource, this.#kinds.recordsOf(resource), {
          objects: this.objects.count(resource),
          changedAt: this.#changedAt.get(resource),
        }),
      ),
    };
  }

  /** The version of the API that a resource is read at; undefined where it is not served. */
  version(resource: ResourceId): string | undefined {
    return this.#kinds.version(resource);
  }

  /** Kinds that cannot be followed now, though the cluster answers. */
  lagging(): ReadonlySet<ResourceId> {
    const lagging = this.#kinds
      .records()
      .filter(({ state }) => state === 'failing' || state === 'refused');
    return new Set(lagging.map(({ resource }) => resource));
  }

  /** The resourceVersion up to which everything is known that can be followed; 0 for none. */
  resourceVersion(): number {
    const reached = this.#kinds
      .records()
      .filter(({ state }) => state === 'live' || state === 'reconnecting')
      .map(({ resourceVersion = 0 }) => resourceVersion);
    return reached.length > 0 ? Math.min(...reached) : 0;
  }

  /** What the cluster's own clock says now: its objects' times are by it. */
  now(): Date {
    return new Date(Date.now() + (this.#reader.clockAhead ?? 0));
  }

  readonly #note: ChangeListener = changes => {
    for (const { cluster, resource, before, after, at } of changes) {
      if (cluster !== this.name) continue;
      this.#changedAt.set(resource, at);
      if (resource === 'pods' && !before && after) {
        const { namespace, name } = after.metadata;
        this.#events.podAppeared(namespace, name);
      }
    }
  };

  async #untilLost(signal: AbortSignal): Promise<string | undefined> {
    let misses = 0;
    while (!signal.aborted) {
      const beat = await this.#beat(signal);
      if (!('silence' in beat)) {
        misses = 0;
        await this.#kinds.serve(beat.groups, signal);
        this.#events.dropOld();
        this.#probe(signal);
        await pause(this.#kinds.isIncomplete() ? SOON : EVERY, signal);
      } else if (++misses === 2) {
        return beat.silence;
      } else {
        // One request that fails is no reason to read everything again.
        await pause(SOON, signal);
      }
    }
    return undefined;
  }

  async #untilFound(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const beat = await this.#beat(signal);
      if (!('silence' in beat)) return;
      this.#silence = beat.silence;
      this.#tell();
      await pause((EVERY / 2) * (0.75 + Math.random() / 2), signal);
    }
  }

  async #beat(
    signal: AbortSignal,
  ): Promise<{ groups?: ServedGroups } | { silence: string }> {
    try {
      const groups = await servedGroups(this.#reader, {
        signal,
        patience: PATIENCE,
      });
      return { groups };
    } catch (error) {
      // Whoever refuses is there; but not for a credential that is wrong.
      const isThere =
        error instanceof NotServed ||
        (error instanceof Refusal && [403, 429].includes(error.status));
      if (!isThere) {
        return { silence: clusterSilence(this.name, error as Error) };
      }
      return {};
    }
  }

  /** Beside the beat: a probe of a connection that holds back takes its time. */
  async #probe(signal: AbortSignal): Promise<void> {
    const began = Date.now();
    const target = this.#kinds.anyObject();
    if (!target || began - this.#probedAt < PROBE_EVERY) return;
    this.#probedAt = began;
    const held = await isHeldBack({ reader: this.#reader, signal, ...target });
    if (held === false) {
      this.#promptAt = began;
      this.#isSuspect = false;
    }
    if (held === undefined || held === this.#way.holdsBack) return;
    if (held && !this.#isSuspect) {
      // Twice in a row, or it was a moment's delay.
      this.#isSuspect = true;
      this.#probedAt = 0;
      return;
    }
    this.#isSuspect = false;
    this.#way.holdsBack = held;
    if (held) this.#kinds.heldBackSince(this.#promptAt);
    this.#tell();
  }

  #facts(): ClusterFacts {
    return {
      name: this.name,
      unsupported: this.#unsupported,
      silence: this.#silence,
      records: this.#kinds.records(),
      isBuffered: this.#way.holdsBack,
      clockAhead: this.#reader.clockAhead,
    };
  }

  #tell() {
    // Whoever is told looks at once, and not at the one of a moment ago.
    this.#view = undefined;
    const { status, error, notes = [] } = this.view();
    // Ages in notes go up by themselves: they are no news.
    const said = [status, error, notes.length].join('\n');
    if (said === this.#said) return;
    this.#said = said;
    this.#logger.info(
      [`Cluster ${this.name} is ${status}`, error, ...notes]
        .filter(Boolean)
        .join('; '),
    );
    this.#onView();
  }
}

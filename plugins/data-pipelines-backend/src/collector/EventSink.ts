import {
  ObjectEvent,
  RawObject,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterObjects } from './ClusterObjects';
import { Sink } from './Sink';

const OURS: ReadonlySet<string> = new Set(
  Object.values(RESOURCES)
    .map(({ kind }) => kind)
    .filter(kind => kind !== 'Pod' && kind !== 'Event'),
);
/** Not watched by us; they tell why pods of ours are not made. */
const BEHIND_PODS: ReadonlySet<string> = new Set([
  'Deployment',
  'ReplicaSet',
  'PersistentVolumeClaim',
]);

/** What one cluster's events may take: about 5 MB. */
const MOST = 5_000;
/** Events about pods that have not been seen, and may be about to be. */
const MOST_WAITING = 500;
/** Kubernetes drops them after an hour; later ones are not worth the room. */
const OLDEST = 2 * 60 * 60_000;

type Raw = RawObject & Partial<Pick<ObjectEvent, 'involvedObject' | 'type'>>;

/** What leads to an event that is kept. */
interface Kept {
  at: number;
  stream: string;
  raw: RawObject;
}

/**
 * Keeps events about objects that we know or could know, a bounded number of
 * them, the oldest out first.
 */
export class EventSink {
  readonly #objects: ClusterObjects;
  /** key → when it came, and whose it is; in the order they came */
  readonly #kept = new Map<string, Kept>();
  /** The same for pods that are not known yet. */
  readonly #waiting = new Map<string, { stream: string; raw: Raw }>();

  constructor(options: { objects: ClusterObjects }) {
    this.#objects = options.objects;
  }

  /** Where the events of one stream go. */
  of(stream: string): Sink {
    return {
      beginList: () => this.#beginList(stream),
      put: raw => this.#put(stream, raw),
      delete: raw => {
        this.#waiting.delete(keyOf(raw));
        this.#kept.delete(keyOf(raw));
        this.#objects.delete(stream, 'events', raw);
      },
    };
  }

  #beginList(stream: string) {
    for (const [key, waiting] of this.#waiting) {
      if (waiting.stream === stream) this.#waiting.delete(key);
    }
    const list = this.#objects.beginList(stream, 'events');
    return {
      take: (raw: RawObject) => this.#sort(stream, raw, list.take),
      end: list.end,
    };
  }

  #put(stream: string, raw: RawObject) {
    this.#sort(stream, raw, one => this.#objects.put(stream, 'events', one));
  }

  /** A pod has been seen for the first time: what waited for it counts now. */
  podAppeared(namespace: string, name: string) {
    for (const { stream, raw } of this.#waiting.values()) {
      const pod = podOf(raw);
      if (pod?.name === name && pod.namespace === namespace) {
        this.#put(stream, raw);
      }
    }
  }

  /** Drops what is too old by our own clock, which is the one we can trust. */
  dropOld(now = Date.now()) {
    for (const [key, kept] of this.#kept) {
      if (kept.at > now - OLDEST) return;
      this.#drop(key, kept);
    }
  }

  #sort(stream: string, raw: Raw, keep: (raw: RawObject) => void) {
    const key = keyOf(raw);
    const pod = podOf(raw);
    const known =
      pod && this.#objects.index.get('pods', pod.namespace, pod.name);
    if (pod && !known) {
      this.#waiting.delete(key);
      this.#waiting.set(key, { stream, raw });
      dropFirst(this.#waiting, MOST_WAITING);
      return;
    }
    if (!pod && !isWorthKeeping(raw)) return;
    this.#waiting.delete(key);
    this.#kept.delete(key);
    // Only what leads to it is kept here: the event itself is in the index.
    const { name, namespace } = raw.metadata;
    this.#kept.set(key, {
      at: Date.now(),
      stream,
      raw: { metadata: { name, namespace } },
    });
    keep(raw);
    const [first] = this.#kept;
    if (this.#kept.size > MOST) this.#drop(...first);
  }

  #drop(key: string, { stream, raw }: Kept) {
    this.#kept.delete(key);
    this.#objects.delete(stream, 'events', raw);
  }
}

function isWorthKeeping({ involvedObject, type }: Raw): boolean {
  const kind = involvedObject?.kind ?? '';
  return OURS.has(kind) || (BEHIND_PODS.has(kind) && type === 'Warning');
}

function podOf({ involvedObject, metadata }: Raw) {
  if (involvedObject?.kind !== 'Pod') return undefined;
  const { name = '', namespace = metadata.namespace ?? '' } = involvedObject;
  return { name, namespace };
}

function keyOf({ metadata }: RawObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function dropFirst(map: Map<string, unknown>, most: number) {
  const [first] = map.keys();
  if (map.size > most) map.delete(first);
}

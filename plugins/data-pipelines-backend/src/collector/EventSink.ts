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
const STREAM = 'events';

type Raw = RawObject & Partial<Pick<ObjectEvent, 'involvedObject' | 'type'>>;

/**
 * Keeps events about objects that we know or could know, a bounded number of
 * them, the oldest out first.
 */
export class EventSink implements Sink {
  readonly #objects: ClusterObjects;
  /** key → when it came, and whose it is; in the order they came */
  readonly #kept = new Map<string, { at: number; raw: RawObject }>();
  /** The same for pods that are not known yet. */
  readonly #waiting = new Map<string, Raw>();

  constructor(options: { objects: ClusterObjects }) {
    this.#objects = options.objects;
  }

  beginList() {
    this.#waiting.clear();
    const list = this.#objects.beginList(STREAM, 'events');
    return {
      take: (raw: RawObject) => this.#sort(raw, list.take),
      end: list.end,
    };
  }

  put(raw: RawObject) {
    this.#sort(raw, one => this.#objects.put(STREAM, 'events', one));
  }

  delete(raw: RawObject) {
    this.#waiting.delete(keyOf(raw));
    this.#kept.delete(keyOf(raw));
    this.#objects.delete(STREAM, 'events', raw);
  }

  /** A pod has been seen for the first time: what waited for it counts now. */
  podAppeared(namespace: string, name: string) {
    for (const raw of this.#waiting.values()) {
      const pod = podOf(raw);
      if (pod?.name === name && pod.namespace === namespace) this.put(raw);
    }
  }

  /** Drops what is too old by our own clock, which is the one we can trust. */
  dropOld(now = Date.now()) {
    for (const [key, { at, raw }] of this.#kept) {
      if (at > now - OLDEST) return;
      this.#drop(key, raw);
    }
  }

  #sort(raw: Raw, keep: (raw: RawObject) => void) {
    const key = keyOf(raw);
    const pod = podOf(raw);
    const known =
      pod && this.#objects.index.get('pods', pod.namespace, pod.name);
    if (pod && !known) {
      this.#waiting.delete(key);
      this.#waiting.set(key, raw);
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
      raw: { metadata: { name, namespace } },
    });
    keep(raw);
    const [first] = this.#kept;
    if (this.#kept.size > MOST) this.#drop(first[0], first[1].raw);
  }

  #drop(key: string, raw: RawObject) {
    this.#kept.delete(key);
    this.#objects.delete(STREAM, 'events', raw);
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

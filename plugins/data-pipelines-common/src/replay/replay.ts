import { Assessed } from '../health/assess';
import { assess } from '../health/rules';
import { Health } from '../model/health';
import { ObjectIndex } from '../objects/ObjectIndex';
import { project } from '../objects/project';
import { KnownObjects, ResourceId } from '../resources/kinds';
import { RecordedChange } from './recordedChange';

/**
 * For how long an object had one health for one reason.
 *
 * @public
 */
export interface Span {
  /** The file that the object's versions are in. */
  file: string;
  /** Its name; with its namespace where a file has the name twice. */
  object: string;
  /** ISO 8601, UTC. */
  from: string;
  /** ISO 8601, UTC. */
  to: string;
  health: Health;
  reason: string;
}

class Player {
  readonly #index = new ObjectIndex();
  readonly #judged = new Map<string, Judged>();
  readonly #spans: Span[] = [];

  constructor(readonly names: (change: RecordedChange) => string) {}

  apply(change: RecordedChange) {
    const { resource, object, at, file } = change;
    const { name, namespace = '' } = object.metadata;
    const key = keyOf(change);
    if (change.type === 'DELETED') {
      this.#index.delete(resource, namespace, name);
      this.#close(this.#judged.get(key), at);
      this.#judged.delete(key);
      return;
    }
    const raw = { ...object, metadata: { ...object.metadata, namespace } };
    this.#index.put(resource, project(resource, raw));
    if (isAssessed(resource) && !this.#judged.has(key)) {
      const called = this.names(change);
      this.#judged.set(key, {
        ...{ file, object: called, resource, namespace, name },
      });
    }
  }

  look(at: number) {
    const moment = { source: this.#index, now: new Date(at) };
    for (const judged of this.#judged.values()) {
      const { resource, namespace, name } = judged;
      const object = this.#index.get(resource, namespace, name);
      if (object) {
        this.#extend(judged, assessAny(resource, object, moment), at);
      }
    }
  }

  end(at: number): Span[] {
    for (const judged of this.#judged.values()) this.#close(judged, at);
    return this.#spans.sort(
      (a, b) =>
        a.file.localeCompare(b.file) ||
        a.object.localeCompare(b.object) ||
        a.from.localeCompare(b.from),
    );
  }

  #extend(
    judged: Judged,
    { health, reason }: ReturnType<typeof assess>,
    at: number,
  ) {
    const { span, file, object } = judged;
    if (span?.health === health && span.reason === reason) return;
    this.#close(judged, at);
    const from = new Date(at).toISOString();
    judged.span = { file, object, from, to: from, health, reason };
  }

  #close(judged: Judged | undefined, at: number) {
    if (!judged?.span) return;
    this.#spans.push({ ...judged.span, to: new Date(at).toISOString() });
    judged.span = undefined;
  }
}

/**
 * Plays what was recorded together, event by event, and says how well each
 * object was, as it would have been said then: at each event, and each second
 * between, for time alone changes some answers. No object, no span: one that
 * was deleted and made again has spans with a gap between.
 *
 * @param changes - of all kinds of one place, in any order
 * @public
 */
export function replay(changes: readonly RecordedChange[]): Span[] {
  const ordered = [...changes].sort((a, b) => a.at - b.at);
  const player = new Player(namesOf(ordered));
  ordered.forEach((change, index) => {
    player.apply(change);
    const next = ordered[index + 1]?.at;
    if (next === change.at) return;
    player.look(change.at);
    for (
      let at = nextSecond(change.at);
      at < next;
      at += pace(at - change.at)
    ) {
      player.look(at);
    }
  });
  return player.end(ordered.at(-1)?.at ?? 0);
}

/** Every second, for an hour; in longer silence ever less often. */
function pace(silence: number): number {
  return Math.max(1, Math.floor(silence / 3_600_000)) * 1000;
}

function nextSecond(at: number): number {
  return Math.floor(at / 1000) * 1000 + 1000;
}

interface Judged {
  file: string;
  object: string;
  resource: Assessed;
  namespace: string;
  name: string;
  span?: Span;
}

function assessAny<R extends Assessed>(
  resource: R,
  object: KnownObjects[ResourceId],
  moment: Parameters<typeof assess>[2],
) {
  return assess(resource, object as KnownObjects[R], moment);
}

function isAssessed(resource: ResourceId): resource is Assessed {
  return resource !== 'pods' && resource !== 'events';
}

function keyOf({ resource, object: { metadata } }: RecordedChange): string {
  return `${resource}/${metadata.namespace ?? ''}/${metadata.name}`;
}

/** What an object is called: its name, unless a file has it in two namespaces. */
function namesOf(changes: readonly RecordedChange[]) {
  const namespaces = new Map<string, Set<string>>();
  const nameOf = ({ file, object: { metadata } }: RecordedChange) =>
    `${file}/${metadata.name}`;
  for (const change of changes) {
    const known = namespaces.get(nameOf(change)) ?? new Set();
    known.add(change.object.metadata.namespace ?? '');
    namespaces.set(nameOf(change), known);
  }
  return (change: RecordedChange) => {
    const { name, namespace } = change.object.metadata;
    return (namespaces.get(nameOf(change))?.size ?? 0) > 1
      ? `${namespace}/${name}`
      : name;
  };
}

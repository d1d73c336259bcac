import {
  ClusterView,
  CollectorResourceView,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { StreamRecord } from './StreamRecord';

/** A clock that is further off than this makes ages wrong. */
const CLOCK_TOLERANCE = 30_000;

/** What is known may be of before the cluster was lost. */
const UNREAD: ReadonlySet<StreamRecord['state']> = new Set([
  'waiting',
  'listing',
]);

/** The worst first. */
const STATES: ReadonlyArray<StreamRecord['state']> = [
  'failing',
  'refused',
  'waiting',
  'listing',
  'reconnecting',
  'live',
  'absent',
];

/** What is known of following a cluster, at one moment. */
export interface ClusterFacts {
  name: string;
  /** Why it cannot be followed at all, by its configuration. */
  unsupported?: string;
  /** Why it does not answer, while it does not. */
  silence?: string;
  records: readonly StreamRecord[];
  isBuffered: boolean;
  /** Milliseconds. */
  clockAhead?: number;
}

/** What the portal says of a cluster: never that it is better informed than it is. */
export function clusterView(facts: ClusterFacts, now: number): ClusterView {
  const { name, unsupported, silence, records } = facts;
  if (unsupported) return { name, status: 'unsupported', error: unsupported };
  const active = records.filter(isActive);
  const refused = records.filter(({ state }) => state === 'refused');
  const failing = active.filter(({ state }) => state === 'failing');
  const nothingReadable = active.length === 0 && refused.length > 0;
  const error =
    silence ??
    (nothingReadable ? refusal(name, refused) : undefined) ??
    (active.length > 0 && failing.length === active.length
      ? failing[0].message
      : undefined);
  if (error) {
    return { name, status: 'unreachable', error, asOf: oldest(active) };
  }
  const isStarting =
    active.length === 0 ||
    active.some(
      ({ asOf, state }) => (!asOf && state !== 'failing') || UNREAD.has(state),
    );
  const followed = active.filter(({ state }) => state !== 'failing');
  const notes = notesOf(facts, refused, failing, now);
  return {
    name,
    status: isStarting ? 'connecting' : 'live',
    asOf: oldest(followed),
    ...(notes.length > 0 && { notes }),
  };
}

/**
 * Whether every kind that a cluster serves and lets us read was read at least
 * once: before that, what is missing may only be unread.
 */
export function isRead(records: readonly StreamRecord[]): boolean {
  const active = records.filter(isActive);
  return active.length > 0 && active.every(({ asOf }) => asOf !== undefined);
}

function isActive({ state }: StreamRecord): boolean {
  return state !== 'absent' && state !== 'refused';
}

function notesOf(
  { name, isBuffered, clockAhead = 0 }: ClusterFacts,
  refused: readonly StreamRecord[],
  failing: readonly StreamRecord[],
  now: number,
): string[] {
  const notes = failing.map(({ message, asOf }) =>
    asOf
      ? `${message}; what is shown of it is ${duration(now - asOf)} old`
      : `${message}; nothing is known of it yet`,
  );
  if (refused.length > 0) notes.unshift(refusal(name, refused));
  if (isBuffered) {
    notes.push(
      `Something between the portal and cluster ${name} holds its answers back, so changes show up to 5 seconds late; switch off response buffering in the proxy before its API server`,
    );
  }
  if (Math.abs(clockAhead) > CLOCK_TOLERANCE) {
    const way = clockAhead > 0 ? 'ahead of' : 'behind';
    notes.push(
      `The clock of cluster ${name} is ${duration(
        Math.abs(clockAhead),
      )} ${way} the portal's; times of what happened there are its own`,
    );
  }
  return notes;
}

function refusal(name: string, refused: readonly StreamRecord[]): string {
  const kinds = [...new Set(refused.map(({ resource }) => resource))];
  const list =
    kinds.length > 1
      ? `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`
      : kinds[0];
  return `Cluster ${name} does not let the portal read ${list}; its credential needs list and watch`;
}

/** How a kind is followed: as well as the worst of its streams. */
export function resourceView(
  resource: ResourceId,
  records: readonly StreamRecord[],
  more: { objects: number; changedAt?: string },
): CollectorResourceView {
  const [worst] = [...records].sort(
    (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
  );
  const sum = (key: 'lists' | 'watchRestarts' | 'throttled' | 'bytes') =>
    records.reduce((total, record) => total + record[key], 0);
  return {
    resource,
    version: worst?.state === 'absent' ? undefined : worst?.version,
    state: worst?.state ?? 'absent',
    message: worst?.message,
    asOf: oldest(records),
    lists: sum('lists'),
    watchRestarts: sum('watchRestarts'),
    throttled: sum('throttled'),
    bytes: sum('bytes'),
    ...more,
  };
}

function oldest(records: readonly StreamRecord[]): string | undefined {
  const times = records.flatMap(({ asOf }) => asOf ?? []);
  return times.length > 0
    ? new Date(Math.min(...times)).toISOString()
    : undefined;
}

/** Such as `40 seconds`, `3 minutes`. */
function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  if (seconds < 90) return counted(seconds, 'second');
  if (seconds < 90 * 60) return counted(Math.round(seconds / 60), 'minute');
  return counted(Math.round(seconds / 3600), 'hour');
}

function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

import { HistoryEntry } from './model/history';
import { SnapshotView } from './model/state';
import { newestFirst } from './newestFirst';
import { onePath } from './onePath';
import { isCheckpointFolder } from './resources/checkpointFolder';

type Remembered = Extract<HistoryEntry, { kind: 'snapshot' }>;

const ORIGINS: readonly SnapshotView['origin'][] = [
  'user',
  'upgrade',
  'periodic',
  'suspend',
  'checkpoint',
];
/** Of others it is not known how they ended. */
const ENDED: readonly SnapshotView['state'][] = [
  'completed',
  'failed',
  'abandoned',
  'deleted',
];

/**
 * Snapshots with what the history knows beside the cluster: the size, when
 * there was one that only the job's status names, and those whose object is no
 * longer there, newest first.
 *
 * @param live - what the cluster has
 * @param remembered - what the history has of the same job
 * @public
 */
export function withRemembered(
  live: readonly SnapshotView[],
  remembered: readonly Remembered[],
): SnapshotView[] {
  const there = keysOf(live);
  const kept = keysOf(remembered);
  const known = live.map(view => {
    const entry = kept.find(view);
    return entry
      ? { ...view, size: entry.size, createdAt: view.createdAt ?? entry.at }
      : view;
  });
  const gone = remembered.filter(entry => !there.find(entry)).flatMap(goneView);
  return newestFirst([...known, ...gone]);
}

interface Named {
  name: string;
  path?: string;
}

/**
 * Finds one by its path; where one side has no path yet, by its name. There
 * may be hundreds on both sides.
 */
function keysOf<T extends Named>(all: readonly T[]) {
  // The first of several stays.
  const first = (some: readonly T[], key: (one: T) => string) =>
    new Map([...some].reverse().map(one => [key(one), one]));
  const byPath = first(
    all.filter(({ path }) => path),
    ({ path = '' }) => onePath(path),
  );
  const byName = first(all, ({ name }) => name);
  const pathless = first(
    all.filter(({ path }) => !path),
    ({ name }) => name,
  );
  return {
    find: ({ name, path }: Named): T | undefined =>
      path ? byPath.get(onePath(path)) ?? pathless.get(name) : byName.get(name),
  };
}

function goneView(entry: Remembered): SnapshotView[] {
  const { name, at, by, path, size, message } = entry;
  const state = ENDED.find(one => one === entry.state);
  return state
    ? [
        {
          name,
          type: isCheckpointFolder(path ?? '') ? 'checkpoint' : 'savepoint',
          origin: ORIGINS.find(one => one === entry.origin) ?? 'unknown',
          ...(by && { requestedBy: by }),
          state,
          createdAt: at,
          path,
          size,
          error: message,
          source: 'history',
        },
      ]
    : [];
}

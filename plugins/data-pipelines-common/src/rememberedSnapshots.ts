import { HistoryEntry } from './model/history';
import { SnapshotView } from './model/views';
import { onePath } from './onePath';

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
  const isOf = (view: SnapshotView, entry: Remembered) =>
    view.path && entry.path
      ? onePath(view.path) === onePath(entry.path)
      : view.name === entry.name;
  const known = live.map(view => {
    const entry = remembered.find(one => isOf(view, one));
    return entry
      ? { ...view, size: entry.size, createdAt: view.createdAt ?? entry.at }
      : view;
  });
  const gone = remembered
    .filter(entry => !live.some(view => isOf(view, entry)))
    .flatMap(goneView);
  return [...known, ...gone].sort((a, b) =>
    (b.createdAt ?? '').localeCompare(a.createdAt ?? ''),
  );
}

function goneView(entry: Remembered): SnapshotView[] {
  const { name, at, path, size, message } = entry;
  const state = ENDED.find(one => one === entry.state);
  return state
    ? [
        {
          name,
          type: /\/chk-\d+\/?$/.test(path ?? '') ? 'checkpoint' : 'savepoint',
          origin: ORIGINS.find(one => one === entry.origin) ?? 'unknown',
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

import { SnapshotView } from './model/state';

/** Those of which it is not known when they were taken come last. */
export function newestFirst(snapshots: SnapshotView[]): SnapshotView[] {
  return snapshots.sort((a, b) =>
    (b.createdAt ?? '').localeCompare(a.createdAt ?? ''),
  );
}

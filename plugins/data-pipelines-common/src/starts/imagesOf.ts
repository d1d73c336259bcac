import { StartView } from '../model/starts';
import { SnapshotView } from '../model/state';

/**
 * Snapshots with the image that the job had when each was taken. Of those from
 * before the first known start it is not known.
 *
 * @param starts - newest first
 *
 * @public
 */
export function imagesOf(
  snapshots: readonly SnapshotView[],
  starts: readonly StartView[],
): SnapshotView[] {
  return snapshots.map(snapshot => {
    const taken = Date.parse(snapshot.createdAt ?? '');
    const start = starts.find(({ at }) => Date.parse(at) <= taken);
    return start?.image ? { ...snapshot, image: start.image } : snapshot;
  });
}

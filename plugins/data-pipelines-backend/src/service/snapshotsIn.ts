import {
  JobView,
  ObjectIndex,
  SnapshotView,
  withRemembered,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { liveFlinkJob } from '../fleet/liveFlinkJob';
import { snapshotsOfJob } from '../fleet/snapshotsOfJob';

/**
 * The snapshots of a job in one environment, newest first.
 *
 * @param kept - what the history has of them there
 */
export function snapshotsIn(
  source: ObjectIndex,
  { object }: JobView,
  kept: Parameters<typeof withRemembered>[1],
): SnapshotView[] {
  const live = object && liveFlinkJob(source, object);
  if (live) return withRemembered(snapshotsOfJob(source, live), kept);
  return object?.kind === 'StatefulSet'
    ? withRemembered([], kept).map(one => ({ ...one, source: 'flink' }))
    : [];
}

import {
  Health,
  JobView,
  KeptStart,
  ObjectIndex,
  ObjectRef,
  startedEmpty,
  StartView,
  startViews,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { liveFlinkJob } from './liveFlinkJob';
import { Place } from './Place';
import { snapshotsOfJob } from './snapshotsOfJob';

/** What says less than that a job has lost its state. */
const MILDER: ReadonlySet<Health> = new Set<Health>([
  'Healthy',
  'Progressing',
  'Suspended',
]);

/** A job that runs without the state it had looks well, and is not. */
export function withStarts(place: Place, job: JobView): JobView {
  const { object, report } = job;
  if (job.engine !== 'flink' || !object || !MILDER.has(report.health)) {
    return job;
  }
  const starts = place.starts?.(object) ?? [];
  const empty = startedEmpty(startsOfJob(place.source, object, starts));
  return empty ? { ...job, report: empty } : job;
}

/** The starts of a job with what each took up, newest first. Asks no cluster. */
export function startsOfJob(
  source: ObjectIndex,
  object: ObjectRef,
  starts: readonly KeptStart[],
): StartView[] {
  return startViews(starts, () => {
    const live = liveFlinkJob(source, object);
    const snapshots = live ? snapshotsOfJob(source, live) : [];
    // What only the status names has no time, or is of the next start.
    return snapshots.filter(({ source: from }) => from === 'resource');
  });
}

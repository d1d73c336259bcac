import {
  asWritten,
  JobView,
  nextStart,
  ReadTopic,
  replayWarning,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { liveFlinkJob } from './liveFlinkJob';
import { Place } from './Place';
import { snapshotsOfJob } from './snapshotsOfJob';

/**
 * A job that stands still is well only as long as it can go on where it
 * stopped: what its topics forget meanwhile it never reads.
 */
export function withReplay(
  place: Place,
  job: JobView,
  topics: readonly TopicView[],
): JobView {
  const { report } = job;
  if (job.engine !== 'flink' || report.health !== 'Suspended') return job;
  const live = job.object && liveFlinkJob(place.source, job.object);
  if (!live) return job;
  const startsFrom = nextStart(asWritten(live));
  const taken = snapshotsOfJob(place.source, live).find(
    ({ path }) => path === startsFrom.path,
  );
  const warning = replayWarning({
    startsFrom,
    // Where nobody says when it was taken: when the job stopped.
    takenAt: taken?.createdAt ?? report.since,
    topics: job.upstream.flatMap<ReadTopic>(
      ref => topics.find(({ entityRef }) => entityRef === ref) ?? [],
    ),
    now: place.now,
  });
  if (!warning) return job;
  const { isLost, sentence, nextStep, since } = warning;
  return {
    ...job,
    report: {
      health: 'Degraded',
      reason: isLost ? 'RecordsForgotten' : 'ReplayEnds',
      message: sentence,
      nextStep,
      since,
    },
  };
}

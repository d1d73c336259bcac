import {
  asWritten,
  JobView,
  nextStart,
  ReadTopic,
  replayWarning,
  TopicView,
} from '@headworks/backstage-plugin-data-pipelines-common';
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
  const live = liveOf(place, job);
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

function liveOf({ source }: Place, { object }: JobView) {
  if (!object) return undefined;
  const { kind, namespace, name } = object;
  switch (kind) {
    case 'FlinkDeployment':
      return source.get('flinkdeployments.flink.apache.org', namespace, name);
    case 'FlinkSessionJob':
      return source.get('flinksessionjobs.flink.apache.org', namespace, name);
    default:
      return undefined;
  }
}

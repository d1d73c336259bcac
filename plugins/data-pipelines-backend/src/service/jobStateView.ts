import {
  asWritten,
  Environment,
  imagesOf,
  JobStateView,
  nextStart,
  ObjectIndex,
  ReadTopic,
  replayOf,
  savepointRefusal,
  scheduledSavepoints,
  SnapshotView,
  withRemembered,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { snapshotsOfJob } from '../fleet/snapshotsOfJob';
import { startsOfJob } from '../fleet/withStarts';
import { StartBook } from '../starts/StartBook';
import { topicsRead } from './topicsRead';

/** What the history has of the job's snapshots. */
type Kept = Parameters<typeof withRemembered>[1];

/** The snapshots of a Flink job, environment by environment. */
export function jobStateView(
  { pipeline, environments }: FleetEntry,
  entityRef: string,
  clusters: { source(cluster: string): ObjectIndex },
  {
    starts = { of: () => [] },
    kept = [],
  }: { starts?: Pick<StartBook, 'of'>; kept?: Kept } = {},
): Omit<JobStateView, 'clusters'> {
  return {
    entityRef,
    pipelineRef: pipeline.entityRef,
    environments: environments.flatMap(view => {
      const { environment, jobs } = view;
      const job = jobs.find(one => one.entityRef === entityRef);
      if (!job) return [];
      const source = clusters.source(environment.cluster);
      const { namespace } = environment;
      const deployment =
        job.object &&
        source.get(
          'flinkdeployments.flink.apache.org',
          namespace,
          job.object.name,
        );
      const asIs = deployment && asWritten(deployment);
      const begun = job.object
        ? startsOfJob(
            source,
            job.object,
            starts.of(pipeline.entityRef, environment, job.object),
          )
        : [];
      return [
        {
          environment,
          job,
          snapshots: deployment
            ? replayable(
                imagesOf(
                  withRemembered(
                    snapshotsOfJob(source, deployment),
                    kept.filter(isIn(environment)),
                  ),
                  begun,
                ),
                topicsRead(job, view),
              )
            : [],
          starts: begun,
          startsFrom: asIs && nextStart(asIs),
          schedule: asIs && scheduledSavepoints(asIs),
          savepointRefusal: asIs
            ? savepointRefusal(asIs)?.sentence
            : 'The job is not installed',
        },
      ];
    }),
  };
}

function isIn({ name, cluster }: Environment) {
  return (entry: Kept[number]) =>
    entry.environment === name && entry.cluster === cluster;
}

function replayable(
  snapshots: readonly SnapshotView[],
  topics: readonly ReadTopic[],
): SnapshotView[] {
  const now = new Date();
  return snapshots.map(snapshot =>
    snapshot.state === 'completed'
      ? { ...snapshot, replay: replayOf(snapshot.createdAt, topics, now) }
      : snapshot,
  );
}

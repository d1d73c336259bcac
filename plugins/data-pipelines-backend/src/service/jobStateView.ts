import {
  asWritten,
  JobStateView,
  nextStart,
  ObjectIndex,
  ReadTopic,
  replayOf,
  savepointRefusal,
  scheduledSavepoints,
  snapshotsOf,
  SnapshotView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { topicsRead } from './topicsRead';

/** The snapshots of a Flink job, environment by environment. */
export function jobStateView(
  { pipeline, environments }: FleetEntry,
  entityRef: string,
  clusters: { source(cluster: string): ObjectIndex },
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
      const snapshots = source
        .inNamespace('flinkstatesnapshots.flink.apache.org', namespace)
        .filter(({ spec }) => spec.jobReference?.name === job.object?.name);
      return [
        {
          environment,
          job,
          snapshots: deployment
            ? replayable(
                snapshotsOf({ deployment, snapshots }),
                topicsRead(job, view),
              )
            : [],
          startsFrom: deployment && nextStart(asWritten(deployment)),
          schedule: deployment && scheduledSavepoints(asWritten(deployment)),
          savepointRefusal: deployment
            ? savepointRefusal(asWritten(deployment))?.sentence
            : 'The job is not installed',
        },
      ];
    }),
  };
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

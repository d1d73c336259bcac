import {
  FlinkDeployment,
  FlinkSessionJob,
  ObjectIndex,
  snapshotsOf,
  SnapshotView,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** The snapshots of a live Flink job, newest first. Asks no cluster. */
export function snapshotsOfJob(
  source: ObjectIndex,
  job: FlinkDeployment | FlinkSessionJob,
): SnapshotView[] {
  const { namespace, name } = job.metadata;
  return snapshotsOf({
    deployment: job,
    snapshots: source
      .inNamespace('flinkstatesnapshots.flink.apache.org', namespace)
      .filter(({ spec }) => spec.jobReference?.name === name),
  });
}

import {
  JobView,
  ReadTopic,
  SnapshotView,
  hasEnded,
  SCHEDULED_BY,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { JobIn, jobIn } from './jobIn';
import { jobStateView } from './jobStateView';
import { topicsRead } from './topicsRead';

/** A job in one environment, with what its state depends on. */
export interface JobAt extends Omit<JobIn, 'view'> {
  snapshots: SnapshotView[];
  /** The topics it reads; of those that are not known, the name. */
  reads: ReadTopic[];
  /** Names of the runs of a Spark schedule that have not ended. */
  runs: string[];
}

/** @throws InputError where the job has no such environment */
export function jobAt(
  entry: FleetEntry,
  entityRef: string,
  wanted: string,
  clusters: Parameters<typeof jobStateView>[2],
  known?: Parameters<typeof jobStateView>[3],
): JobAt {
  const { view, ...at } = jobIn(entry, entityRef, wanted);
  const { environments } = jobStateView(entry, entityRef, clusters, known);
  return {
    ...at,
    snapshots: environments
      .filter(({ environment }) => environment.name === wanted)
      .flatMap(({ snapshots }) => snapshots),
    reads: topicsRead(at.job, view),
    runs: runsOf(at.job, clusters),
  };
}

function runsOf(
  { object }: JobView,
  clusters: { source(cluster: string): ObjectIndex },
): string[] {
  if (object?.kind !== 'ScheduledSparkApplication') return [];
  return clusters
    .source(object.cluster)
    .inNamespace('sparkapplications.sparkoperator.k8s.io', object.namespace)
    .filter(
      run =>
        run.metadata.labels[SCHEDULED_BY] === object.name && !hasEnded(run),
    )
    .map(({ metadata }) => metadata.name)
    .sort();
}

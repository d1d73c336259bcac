import {
  FlinkStats,
  JobView,
  ReadTopic,
  SnapshotView,
  hasEnded,
  SCHEDULED_BY,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { JobIn, jobIn } from './jobIn';
import { Clusters, jobStateView } from './jobStateView';
import { standaloneStats } from './standaloneJob';
import { topicsRead } from './topicsRead';

/** A job in one environment, with what its state depends on. */
export interface JobAt extends Omit<JobIn, 'view'> {
  snapshots: SnapshotView[];
  /** The topics it reads; of those that are not known, the name. */
  reads: ReadTopic[];
  /** Names of the runs of a Spark schedule that have not ended. */
  runs: string[];
  /** What Flink said last of a job that no operator watches. */
  stats?: FlinkStats;
  /** By the cluster's clock. */
  now: Date;
}

/** @throws InputError where the job has no such environment */
export function jobAt(
  entry: FleetEntry,
  entityRef: string,
  wanted: string,
  clusters: Clusters,
  known?: Parameters<typeof jobStateView>[3],
): JobAt {
  const { view, ...at } = jobIn(entry, entityRef, wanted);
  const { environments } = jobStateView(entry, entityRef, clusters, known);
  return {
    ...at,
    snapshots: environments
      .filter(({ environment }) => environment.name === wanted)
      .flatMap(({ snapshots }) => snapshots),
    reads: topicsRead(at.job, view, known?.brokers?.get(wanted)),
    runs: runsOf(at.job, clusters),
    stats: standaloneStats(
      clusters.source(at.environment.cluster),
      at.job.object,
    ),
    now: clusters.now(at.environment.cluster),
  };
}

function runsOf(
  { object }: JobView,
  clusters: Pick<Clusters, 'source'>,
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

import {
  Environment,
  JobView,
  ReadTopic,
  SnapshotView,
  hasEnded,
  SCHEDULED_BY,
  ObjectIndex,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { InputError } from '@backstage/errors';
import { FleetEntry } from '../fleet/Fleet';
import { jobStateView } from './jobStateView';
import { topicsRead } from './topicsRead';

/** A job in one environment, with what its state depends on. */
export interface JobAt {
  pipelineRef: string;
  environment: Environment;
  job: JobView;
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
  const { environments, pipelineRef } = jobStateView(
    entry,
    entityRef,
    clusters,
    known,
  );
  const found = environments.find(
    ({ environment }) => environment.name === wanted,
  );
  if (!found) {
    throw new InputError(
      `environment: the job has no environment "${wanted}"; choose one of ${environments
        .map(({ environment }) => environment.name)
        .join(', ')}`,
    );
  }
  return {
    pipelineRef,
    environment: found.environment,
    job: found.job,
    snapshots: found.snapshots,
    reads: topicsRead(
      found.job,
      entry.environments.find(({ environment }) => environment.name === wanted),
    ),
    runs: runsOf(found.job, clusters),
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

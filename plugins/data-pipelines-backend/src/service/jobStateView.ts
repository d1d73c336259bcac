import {
  asWritten,
  Environment,
  imagesOf,
  JobAsIs,
  JobStateView,
  nextStart,
  ObjectIndex,
  ReadTopic,
  replayOf,
  savepointRefusal,
  scheduledSavepoints,
  SnapshotView,
  StandaloneAsIs,
  standaloneNextStart,
  standaloneSavepointRefusal,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { liveFlinkJob } from '../fleet/liveFlinkJob';
import { startsOfJob } from '../fleet/withStarts';
import { StartBook } from '../starts/StartBook';
import { BrokerWords } from './JobBrokers';
import { snapshotsIn } from './snapshotsIn';
import { standaloneAsIs } from './standaloneJob';
import { topicsRead } from './topicsRead';

/** What the history has of the job's snapshots. */
type Kept = Parameters<typeof snapshotsIn>[2];

/** What is known of clusters. */
export interface Clusters {
  source(cluster: string): ObjectIndex;
  /** By the cluster's own clock. */
  now(cluster: string): Date;
}

/** The snapshots of a Flink job, environment by environment. */
export function jobStateView(
  { pipeline, environments }: FleetEntry,
  entityRef: string,
  clusters: Clusters,
  {
    starts = { of: () => [] },
    kept = [],
    brokers = new Map(),
  }: {
    starts?: Pick<StartBook, 'of'>;
    kept?: Kept;
    /** By the name of the environment. */
    brokers?: ReadonlyMap<string, BrokerWords>;
  } = {},
): Omit<JobStateView, 'clusters'> {
  return {
    entityRef,
    pipelineRef: pipeline.entityRef,
    environments: environments.flatMap(view => {
      const { environment, jobs } = view;
      const job = jobs.find(one => one.entityRef === entityRef);
      if (!job) return [];
      const source = clusters.source(environment.cluster);
      const live = job.object && liveFlinkJob(source, job.object);
      const asIs = live && asWritten(live);
      const alone = standaloneAsIs(
        source,
        job.object,
        clusters.now(environment.cluster),
      );
      const begun = job.object
        ? startsOfJob(
            source,
            job.object,
            starts.of(pipeline.entityRef, environment, job.object),
          )
        : [];
      const words = brokers.get(environment.name);
      return [
        {
          environment,
          job,
          snapshots: replayable(
            imagesOf(
              snapshotsIn(source, job, kept.filter(isIn(environment))),
              begun,
            ),
            topicsRead(job, view, words),
          ),
          ...(words?.unanswered.length && {
            brokersUnanswered: words.unanswered,
          }),
          starts: begun,
          startsFrom: asIs
            ? nextStart(asIs)
            : alone && standaloneNextStart(alone),
          schedule: asIs && scheduledSavepoints(asIs),
          savepointRefusal: refusalOf(asIs, alone),
        },
      ];
    }),
  };
}

function refusalOf(
  asIs: JobAsIs | undefined,
  alone: StandaloneAsIs | undefined,
): string | undefined {
  if (asIs) return savepointRefusal(asIs)?.sentence;
  return alone ? standaloneSavepointRefusal(alone) : 'The job is not installed';
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

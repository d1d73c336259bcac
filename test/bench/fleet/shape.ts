/** The API servers of the fleet, and how many of its pipelines each has. */
export const CLUSTERS = { small: 100, middle: 400, large: 500 } as const;
export type ClusterName = keyof typeof CLUSTERS;

/** Custom resources that a pipeline has in its cluster. */
export const CRS_PER_PIPELINE = 10;
/** Pods that its jobs have there. */
export const PODS_PER_PIPELINE = 5;
const TEAMS = 25;

/** A pipeline of the fleet. */
export interface FleetPipeline {
  name: string;
  cluster: ClusterName;
  namespace: string;
  owner: string;
}

/** A job of every pipeline, with the topics it reads and writes. */
export interface FleetJob {
  name: string;
  engine: 'flink' | 'spark';
  reads: string;
  writes?: string;
}

export const JOBS: readonly FleetJob[] = [
  { name: 'ingest', engine: 'flink', reads: 'raw', writes: 'clean' },
  { name: 'enrich', engine: 'flink', reads: 'clean', writes: 'scored' },
  { name: 'report', engine: 'spark', reads: 'scored' },
];

export const TOPICS = ['raw', 'clean', 'scored'] as const;

/** Where the Kafka cluster of all pipelines is, in each Kubernetes cluster. */
export const KAFKA = { namespace: 'kafka', name: 'shared' };

/** A thousand pipelines of 25 teams in three clusters. */
export const PIPELINES: readonly FleetPipeline[] = (
  Object.entries(CLUSTERS) as Array<[ClusterName, number]>
)
  .flatMap(([cluster, count]) => Array<ClusterName>(count).fill(cluster))
  .map((cluster, i) => {
    const team = `team-${String(i % TEAMS).padStart(2, '0')}`;
    return {
      name: `pipeline-${String(i).padStart(4, '0')}`,
      cluster,
      namespace: team,
      owner: `group:default/${team}`,
    };
  });

export const NAMESPACES = [
  KAFKA.namespace,
  ...new Set(PIPELINES.map(({ namespace }) => namespace)),
];

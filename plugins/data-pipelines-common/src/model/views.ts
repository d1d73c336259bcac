import { HealthReport, Verdict } from './health';

/**
 * A values file plus the cluster, namespace and Helm release it goes to.
 *
 * @public
 */
export interface Environment {
  name: string;
  cluster: string;
  namespace: string;
  release: string;
}

/**
 * Points at one live object.
 *
 * @public
 */
export interface ObjectRef {
  cluster: string;
  apiVersion: string;
  kind: string;
  namespace: string;
  name: string;
}

/**
 * What the portal knows of one cluster.
 *
 * @public
 */
export interface ClusterView {
  name: string;
  /** `live`: watches are open. `connecting`: never in sync yet. */
  status: 'live' | 'connecting' | 'unreachable' | 'unsupported';
  /** When the data was last known to be current (ISO 8601). */
  asOf?: string;
  /** One sentence; set when `unreachable` or `unsupported`. */
  error?: string;
  /** Set where operators are simulated; the portal must show it. */
  simulated?: string;
}

/**
 * A job of a pipeline in one environment.
 *
 * @public
 */
export interface JobView {
  /** The job's key in the chart's values. */
  name: string;
  entityRef: string;
  engine: 'flink' | 'spark';
  /** Absent when the object is missing in the cluster. */
  object?: ObjectRef;
  report: HealthReport;
}

/**
 * A topic of a pipeline in one environment.
 *
 * @public
 */
export interface TopicView {
  /** The topic's name in Kafka. */
  name: string;
  entityRef: string;
  object?: ObjectRef;
  partitions?: number;
  replicas?: number;
  report: HealthReport;
}

/**
 * A pipeline in one environment.
 *
 * @public
 */
export interface EnvironmentView {
  environment: Environment;
  verdict: Verdict;
  jobs: JobView[];
  topics: TopicView[];
}

/**
 * One row of the fleet.
 *
 * @public
 */
export interface PipelineSummary {
  entityRef: string;
  name: string;
  title?: string;
  /** Entity ref of the owner. */
  owner?: string;
  engines: Array<'kafka' | 'flink' | 'spark'>;
  verdict: Verdict;
  environments: Array<{ environment: Environment; verdict: Verdict }>;
}

/**
 * Everything the pipeline's page shows.
 *
 * @public
 */
export interface PipelineView {
  entityRef: string;
  verdict: Verdict;
  environments: EnvironmentView[];
  /** The clusters of these environments only. */
  clusters: ClusterView[];
}

/**
 * The answer of `GET /pipelines`.
 *
 * @public
 */
export interface PipelineList {
  items: PipelineSummary[];
  clusters: ClusterView[];
}

/**
 * A savepoint or checkpoint of a Flink job.
 *
 * @public
 */
export interface SnapshotView {
  /** Name of the FlinkStateSnapshot, or a name made from the path. */
  name: string;
  type: 'savepoint' | 'checkpoint';
  /** `unknown` where neither labels nor status tell. */
  origin:
    | 'user'
    | 'upgrade'
    | 'periodic'
    | 'suspend'
    | 'checkpoint'
    | 'unknown';
  /** The user who asked for it, where the object says so. */
  requestedBy?: string;
  state: 'pending' | 'in-progress' | 'completed' | 'failed' | 'abandoned';
  /** ISO 8601. */
  createdAt?: string;
  /** ISO 8601. */
  finishedAt?: string;
  path?: string;
  error?: string;
  /** How many attempts failed so far. */
  failures?: number;
  /** `resource`: a FlinkStateSnapshot; `status`: the job's own status. */
  source: 'resource' | 'status';
}

/**
 * A Flink job with its snapshots, newest first, for each environment.
 *
 * @public
 */
export interface JobStateView {
  entityRef: string;
  pipelineRef: string;
  environments: Array<{
    environment: Environment;
    job: JobView;
    snapshots: SnapshotView[];
    /** Why no savepoint can be taken now; absent when one can. */
    savepointRefusal?: string;
  }>;
  clusters: ClusterView[];
}

/**
 * What the signals channel {@link PIPELINES_CHANNEL} carries: refs and a
 * version, never content.
 *
 * @public
 */
// A type, not an interface: signals carry JSON objects, which interfaces are not.
export type PipelinesSignal = {
  /** Entity refs of the pipelines whose view changed. `*` after a (re)connect. */
  refs: string[];
  version: number;
};

/**
 * The signals channel of this plugin.
 *
 * @public
 */
export const PIPELINES_CHANNEL = 'data-pipelines';

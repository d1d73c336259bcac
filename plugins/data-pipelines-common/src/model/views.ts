import { Health, HealthReport, Verdict } from './health';

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
  /** `live`: watches are open. `connecting`: being read, for the first time or again. */
  status: 'live' | 'connecting' | 'unreachable' | 'unsupported';
  /** When the data was last known to be current (ISO 8601). */
  asOf?: string;
  /** One sentence; set when `unreachable` or `unsupported`. */
  error?: string;
  /**
   * Sentences about what is not current although the cluster answers: kinds
   * that may not be read, watches that are held back, a clock that is wrong.
   */
  notes?: string[];
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
  /** Entity refs of the topics it reads: the edges of the dataflow into it. */
  upstream: string[];
  facts: JobFacts;
}

/**
 * What is worth knowing of a job beside its health; what is absent is not
 * known.
 *
 * @public
 */
export interface JobFacts {
  /** The engine's version, such as `2.1`. */
  version?: string;
  image?: string;
  /** Flink: subtasks. Spark: executors asked for. */
  parallelism?: number;
  pods?: { ready: number; wanted: number };
  /** What its pods ask for together: cores, and memory in bytes. */
  resources?: { cpu?: number; memory?: number };
  /** Restarts of containers and of the job from within, as far as is known. */
  restarts?: number;
  /** Flink. */
  lastCheckpoint?: {
    /** ISO 8601. */
    at: string;
    /** Milliseconds. */
    took?: number;
    /** Bytes. */
    size?: number;
  };
  /**
   * Flink: why it could not be asked for its checkpoints, in one sentence; what
   * is told of them and of restarts is then of an earlier time.
   */
  checkpointsUnknown?: string;
  /** Spark: a cron expression, with its time zone where it has one. */
  schedule?: { cron: string; timeZone?: string };
  /** ISO 8601. */
  lastRun?: string;
  /** ISO 8601. */
  nextRun?: string;
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
  /** How long it keeps records, in milliseconds; -1: for ever. */
  retention?: number;
  report: HealthReport;
  /** Entity refs of the jobs that write it: the edges of the dataflow into it. */
  upstream: string[];
  /** `namespace/name` of the Kafka cluster that holds it, where known. */
  kafka?: string;
}

/**
 * A Kafka cluster that topics of the pipeline live on.
 *
 * @public
 */
export interface KafkaClusterView {
  /** `namespace/name` of its object. */
  id: string;
  name: string;
  entityRef?: string;
  object?: ObjectRef;
  version?: string;
  brokers?: { ready: number; wanted: number };
  report: HealthReport;
}

/**
 * What else belongs to the pipeline: users, Connect, connectors.
 *
 * @public
 */
export interface OtherView {
  name: string;
  object: ObjectRef;
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
  kafka: KafkaClusterView[];
  others: OtherView[];
  /** When a health of this environment changed last (ISO 8601). */
  changedAt?: string;
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
  /** When one of its healths changed last (ISO 8601). */
  changedAt?: string;
}

/**
 * The catalog does not answer: what it declares is shown as it was read last.
 *
 * @public
 */
export interface CatalogSilence {
  /** One sentence. */
  error: string;
  /** When it was read last (ISO 8601). */
  asOf: string;
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
  /** Absent while the catalog answers. */
  catalog?: CatalogSilence;
}

/**
 * The answer of `GET /pipelines`.
 *
 * @public
 */
export interface PipelineList {
  /** One page, in the order that was asked for. */
  items: PipelineSummary[];
  /** Ask with it for the page after this one; absent on the last. */
  nextCursor?: string;
  /** How many there are on all pages together, with these filters. */
  total: number;
  /** What the filters can be set to, over all that the viewer may see. */
  facets: PipelineFacets;
  /** The clusters of all that the viewer may see. */
  clusters: ClusterView[];
  /** Absent while the catalog answers. */
  catalog?: CatalogSilence;
}

/**
 * How many pipelines each value of a filter has, without the filters.
 *
 * @public
 */
export interface PipelineFacets {
  all: number;
  health: Partial<Record<Health, number>>;
  /** By entity ref. */
  owner: Record<string, number>;
  cluster: Record<string, number>;
  environment: Record<string, number>;
  engine: Partial<Record<'kafka' | 'flink' | 'spark', number>>;
}

/**
 * Which pipelines to list, and how. Several values of one filter: any of
 * them; several filters: all of them.
 *
 * @public
 */
export interface PipelineQuery {
  /** Entity refs of owners. */
  owner?: string[];
  health?: Health[];
  cluster?: string[];
  environment?: string[];
  engine?: Array<'kafka' | 'flink' | 'spark'>;
  /** Entity refs: only these (starred ones). */
  ref?: string[];
  /** In name, title or the sentence of the verdict. */
  text?: string;
  /** `health` (the worst first, then the latest change) by default. */
  sort?: 'health' | 'name' | 'owner' | 'changed';
  order?: 'asc' | 'desc';
  /** 1 to 500; 100 by default. */
  limit?: number;
  cursor?: string;
}

/**
 * The answer of `GET /jobs/:namespace/:name`.
 *
 * @public
 */
export interface JobPageView {
  entityRef: string;
  pipelineRef: string;
  name: string;
  engine: 'flink' | 'spark';
  environments: Array<{
    environment: Environment;
    job: JobView;
    /** Newest first. */
    events: EventView[];
    pods: PodView[];
  }>;
  clusters: ClusterView[];
}

/**
 * An event of Kubernetes about a job or one of its pods, folded.
 *
 * @public
 */
export interface EventView {
  /** When it happened last (ISO 8601). */
  at: string;
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  count: number;
  /** Such as `Pod/clickstream-sessionize-abc`. */
  about: string;
}

/**
 * A pod of a job.
 *
 * @public
 */
export interface PodView {
  name: string;
  namespace: string;
  /** Such as `jobmanager`, `driver`. */
  role?: string;
  phase: string;
  ready: boolean;
  restarts: number;
  /** ISO 8601. */
  startedAt?: string;
  /** Why it does not run; one sentence. */
  problem?: string;
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

import { JsonObject } from '@backstage/types';

/**
 * What a pipeline should be: the generator's input, and what a file for
 * `headworks new` holds.
 *
 * @public
 */
export interface PipelineSpec {
  pipeline: {
    /** DNS label; also the Helm release and the catalog entity. */
    name: string;
    /** Entity ref of the owner. */
    owner: string;
    title?: string;
    description?: string;
  };
  /** Where it goes, by the environment's name. */
  environments: Record<string, EnvironmentSpec>;
  /** The values of the umbrella chart, without `global.pipeline`. */
  values: JsonObject;
  /** Where our charts come from; `vendored` by default. */
  chart?: { source: string };
  /** Who installs it; nobody by default. */
  gitops?: GitopsSpec;
  /** Which CI checks it; none by default. */
  ci?: CiSystem[];
}

/**
 * An environment of a pipeline.
 *
 * @public
 */
export interface EnvironmentSpec {
  /** Its name in the portal. */
  cluster: string;
  namespace: string;
  /** What differs from the pipeline's values. */
  values?: JsonObject;
}

/**
 * Which tool installs a pipeline from which repository.
 *
 * @public
 */
export interface GitopsSpec {
  tool: 'argocd' | 'flux';
  /** Address of the pipeline's repository. */
  repoUrl: string;
  /** Branch; `main` by default. */
  branch?: string;
  /** Folder of the chart in the repository; its root by default. */
  path?: string;
  /** Where the tool's own objects live; `argocd` or `flux-system` by default. */
  namespace?: string;
}

/**
 * A CI system that the generator writes for.
 *
 * @public
 */
export type CiSystem = 'github' | 'gitlab';

/**
 * A file, by its path relative to the repository.
 *
 * @public
 */
export interface GeneratedFile {
  path: string;
  content: string;
}

/**
 * One thing that is wrong with a specification.
 *
 * @public
 */
export interface Problem {
  /** Where, such as `values.kafka.topics.clicks.partitions`. */
  path: string;
  /** What is wrong. */
  problem: string;
  /** What to do about it. */
  remedy: string;
}

/**
 * A topic as generator and rules read it from valid values.
 *
 * @public
 */
export interface TopicValues {
  enabled?: boolean;
  external?: boolean;
  partitions?: number;
  replicas?: number;
  retention?: string;
}

/**
 * A job as generator and rules read it from valid values.
 *
 * @public
 */
export interface JobValues {
  enabled?: boolean;
  description?: string;
  reads?: string[];
  writes?: string[];
}

/**
 * How jobs reach Kafka, as rules read it from valid values.
 *
 * @public
 */
export interface KafkaAccessValues {
  mode?: 'strimzi' | 'confluent' | 'statefulset' | 'external';
  cluster?: string;
  namespace?: string;
  bootstrapServers?: string;
  authentication?: 'none' | 'scram-sha-512' | 'tls';
  credentials?: { via?: string };
  tls?: { enabled?: boolean };
  topicPrefix?: string;
  transactionMaxTimeout?: string;
}

/**
 * The part of valid values that generator and rules look into.
 *
 * @public
 */
export interface PipelineValues {
  global?: {
    environment?: string;
    profile?: 'dev' | 'prod' | 'regulated';
    pipeline?: { name: string; owner: string };
    kafka?: KafkaAccessValues;
    storage?: { uri?: string };
    monitoring?: { enabled?: boolean };
    networkPolicy?: {
      enabled?: boolean;
      apiServerCidrs?: string[];
      egress?: { enabled?: boolean };
    };
    /** Reasons, by rule and then by `Kind/name` or `pipeline`. */
    lint?: { accepted?: Record<string, Record<string, string>> };
  };
  kafka?: { topics?: Record<string, TopicValues> };
  flink?: { jobs?: Record<string, JobValues> };
  spark?: { jobs?: Record<string, JobValues> };
}

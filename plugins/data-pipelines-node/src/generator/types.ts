import { JsonObject } from '@backstage/types';

/**
 * What a pipeline should be: the generator's input.
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
  environments: Record<
    string,
    { cluster: string; namespace: string; values?: JsonObject }
  >;
  /** The values of the umbrella chart, without `global.pipeline`. */
  values: JsonObject;
}

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

/** A topic as the generator reads it from valid values. */
export interface TopicValues {
  enabled?: boolean;
  external?: boolean;
}

/** A job as the generator reads it from valid values. */
export interface JobValues {
  enabled?: boolean;
  description?: string;
  reads?: string[];
  writes?: string[];
}

/** The part of valid values that the generator looks into. */
export interface PipelineValues {
  kafka?: { topics?: Record<string, TopicValues> };
  flink?: { jobs?: Record<string, JobValues> };
  spark?: { jobs?: Record<string, JobValues> };
}

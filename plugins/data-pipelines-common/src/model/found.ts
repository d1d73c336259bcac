import { DeclaredObject } from '../found/declaredObjects';
import { Environment } from './views';

/**
 * A pipeline as the clusters show it, whoever made it.
 *
 * @public
 */
export interface FoundPipeline {
  name: string;
  /** As an annotation or label of one of its objects has it. */
  owner?: string;
  /** As an annotation or label of one of its objects has it. */
  system?: string;
  environments: Environment[];
  jobs: FoundJob[];
  topics: FoundTopic[];
}

/**
 * A job of a pipeline that was found.
 *
 * @public
 */
export interface FoundJob {
  name: string;
  engine: 'flink' | 'spark';
  /** Names of topics in Kafka. */
  reads: string[];
  /** Names of topics in Kafka. */
  writes: string[];
  /** Set where labels do not tell which objects are the job's. */
  objects: DeclaredObject[];
}

/**
 * A topic of a pipeline that was found.
 *
 * @public
 */
export interface FoundTopic {
  /** Its name in Kafka. */
  name: string;
  objects: DeclaredObject[];
}

/**
 * Which pipelines to find: those that carry our labels, or every Flink and
 * Spark job.
 *
 * @public
 */
export type FoundScope = 'labelled' | 'all';

/**
 * The answer of `GET /found`.
 *
 * @public
 */
export interface FoundAnswer {
  items: FoundPipeline[];
  /** Clusters that were not wholly read since the start: what is missing there may only be unread. */
  incomplete: string[];
}

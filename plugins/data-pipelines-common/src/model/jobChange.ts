import { EnvironmentEffect } from './drift';

/**
 * What the template _Change a job_ asks about a job that is to change.
 *
 * @public
 */
export interface JobChangeQuestion {
  environment: string;
  /** Its key in the values. */
  job: string;
  /** Such as `registry.example/orders:1.4`, with a digest or a tag. */
  image?: string;
  /** Of a Flink job. */
  parallelism?: number;
  /** YAML, written as in a values file; it replaces what stands there. */
  values?: string;
}

/**
 * What such a change does, before anything is changed.
 *
 * @public
 */
export interface JobChangePreview {
  /** Why it cannot be made, and the remedy; then nothing below is there. */
  problem?: string;
  /** Files that are new or have other text; none where nothing changes. */
  changedFiles: string[];
  removedFiles: string[];
  environments: EnvironmentEffect[];
}

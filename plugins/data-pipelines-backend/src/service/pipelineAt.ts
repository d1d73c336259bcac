import { NotAllowedError } from '@backstage/errors';
import {
  Environment,
  writersOf,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { JobAt, jobAt } from './jobAt';
import { Clusters } from './jobStateView';
import { viewIn } from './viewIn';

/** All jobs of a pipeline in one environment, and how they hang together. */
export interface PipelineAt {
  pipelineRef: string;
  environment: Environment;
  jobs: Array<{
    at: JobAt;
    /** Names of the jobs that write what it reads. */
    after: string[];
  }>;
}

/**
 * @param whole - with the topics that the caller may not see: the order of the
 * jobs does not depend on who asks
 * @param seen - what the caller may see of it
 * @throws InputError where the pipeline has no such environment
 * @throws NotAllowedError where the caller does not see every job: a part in
 * order is none of the whole
 */
export function pipelineAt(
  whole: FleetEntry,
  seen: FleetEntry,
  wanted: string,
  clusters: Clusters,
): PipelineAt {
  if (seen.pipeline.jobs.length < whole.pipeline.jobs.length) {
    throw new NotAllowedError(
      'You may not see every job of this pipeline, and an action on the whole would change them; ask who may, or act on the jobs one by one',
    );
  }
  const view = viewIn(whole.environments, wanted);
  const writers = writersOf(view);
  return {
    pipelineRef: whole.pipeline.entityRef,
    environment: view.environment,
    jobs: view.jobs.map(job => ({
      at: jobAt(seen, job.entityRef, wanted, clusters),
      after: writers.get(job.name) ?? [],
    })),
  };
}

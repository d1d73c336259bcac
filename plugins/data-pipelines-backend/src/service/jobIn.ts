import { InputError } from '@backstage/errors';
import {
  Environment,
  EnvironmentView,
  JobView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';

/** A job in one environment. */
export interface JobIn {
  pipelineRef: string;
  environment: Environment;
  job: JobView;
  /** All that is in the environment. */
  view: EnvironmentView;
}

/** @throws InputError where the job has no such environment */
export function jobIn(
  { pipeline, environments }: FleetEntry,
  entityRef: string,
  wanted: string,
): JobIn {
  const all = environments.flatMap(view => {
    const job = view.jobs.find(one => one.entityRef === entityRef);
    return job ? [{ view, environment: view.environment, job }] : [];
  });
  const found = all.find(({ environment }) => environment.name === wanted);
  if (!found) {
    throw new InputError(
      `environment: the job has no environment "${wanted}"; choose one of ${all
        .map(({ environment }) => environment.name)
        .join(', ')}`,
    );
  }
  return { pipelineRef: pipeline.entityRef, ...found };
}

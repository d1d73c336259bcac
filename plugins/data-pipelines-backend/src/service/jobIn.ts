import {
  Environment,
  EnvironmentView,
  JobView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { viewIn } from './viewIn';

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
  const jobOf = ({ jobs }: EnvironmentView) =>
    jobs.find(one => one.entityRef === entityRef);
  const view = viewIn(environments.filter(jobOf), wanted, 'job');
  return {
    pipelineRef: pipeline.entityRef,
    environment: view.environment,
    job: jobOf(view)!,
    view,
  };
}

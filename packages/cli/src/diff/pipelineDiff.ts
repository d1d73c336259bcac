import {
  Change,
  compare,
  effectOnJobs,
  JobChange,
  ObjectDiff,
  RenderedObject,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { EXIT } from '../exitCodes';
import { objectDiffs } from './objectDiffs';

/** What a change does, environment by environment. */
export interface PipelineDiff {
  pipeline: string;
  /** What the newer state is compared with, such as `HEAD`. */
  base: string;
  environments: EnvironmentDiff[];
}

/** What a change does in one environment. */
export interface EnvironmentDiff {
  name: string;
  objects: ObjectDiff[];
  /** What is known of it, the worst first. */
  changes: Change[];
  /** What happens to each job. */
  jobs: JobChange[];
}

/** What it means to go from one rendering of an environment to another. */
export function environmentDiff(
  name: string,
  before: readonly RenderedObject[],
  after: readonly RenderedObject[],
): EnvironmentDiff {
  return {
    name,
    objects: objectDiffs(before, after),
    changes: compare(before, after),
    jobs: effectOnJobs(before, after),
  };
}

/** Whether anything in a diff cannot be. */
export function isRefused({ environments }: PipelineDiff): boolean {
  return environments.some(({ changes }) =>
    changes.some(({ severity }) => severity === 'refused'),
  );
}

/** Whether anything changes at all. */
export function hasChanges({ environments }: PipelineDiff): boolean {
  return environments.some(({ objects }) => objects.length > 0);
}

/** 0 no change, 3 changes, 1 one that cannot be. */
export function diffExitCode(diff: PipelineDiff): number {
  if (isRefused(diff)) return EXIT.found;
  return hasChanges(diff) ? EXIT.changed : EXIT.ok;
}

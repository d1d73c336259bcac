import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { CannotRun } from '../exitCodes';
import { checkout } from '../git/checkout';
import { openPipeline, Pipeline } from './openPipeline';
import { renderPipeline } from './renderPipeline';

/** A state of a pipeline that can be rendered. */
export interface PipelineState {
  /** For people, such as `HEAD` or `here`. */
  label: string;
  /** Absent where the pipeline was not there yet. */
  pipeline?: Pipeline;
}

/** A pipeline as it was in a commit. */
export async function stateInGit(
  directory: string,
  ref: string,
): Promise<PipelineState> {
  const copy = await checkout(directory, ref);
  // A folder without a chart was not a pipeline yet.
  const pipeline = copy && (await openPipeline(copy).catch(() => undefined));
  return { label: ref, pipeline: pipeline || undefined };
}

/**
 * The objects of an environment in a state; none where it was not there.
 *
 * @throws CannotRun that names the state where Helm refuses
 */
export async function objectsIn(
  helm: Helm,
  { label, pipeline }: PipelineState,
  name: string,
): Promise<RenderedObject[]> {
  const environment = pipeline?.environments.find(entry => entry.name === name);
  if (!pipeline || !environment) return [];
  try {
    return await renderPipeline(helm, pipeline, environment);
  } catch (error) {
    throw new CannotRun(`${name} of ${label}: ${(error as Error).message}`);
  }
}

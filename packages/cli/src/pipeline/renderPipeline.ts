import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  Helm,
  renderObjects,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { interruption } from '../scratch';
import { Pipeline, PipelineEnvironment } from './openPipeline';

/**
 * Every object of an environment, in Helm's order.
 *
 * @throws Error in Helm's words where it refuses
 */
export async function renderPipeline(
  helm: Helm,
  pipeline: Pipeline,
  environment: PipelineEnvironment,
): Promise<RenderedObject[]> {
  return renderObjects({
    helm,
    dir: pipeline.directory,
    release: environment.release,
    namespace: environment.namespace ?? 'default',
    values: [environment.values],
    signal: interruption.signal,
  });
}

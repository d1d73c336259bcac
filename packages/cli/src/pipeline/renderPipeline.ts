import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { parseAllDocuments } from 'yaml';
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
  const text = await helm.template({
    dir: pipeline.directory,
    release: environment.release,
    namespace: environment.namespace ?? 'default',
    values: [environment.values],
  });
  return parseAllDocuments(text)
    .map(document => document.toJSON() as RenderedObject | null)
    .filter((object): object is RenderedObject => object !== null);
}

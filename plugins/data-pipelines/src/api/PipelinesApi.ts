import { createApiRef } from '@backstage/core-plugin-api';
import {
  JobStateView,
  PipelineDrift,
  PipelineList,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * An entity by namespace and name.
 *
 * @public
 */
export interface EntityName {
  namespace: string;
  name: string;
}

/**
 * What the pages ask of the backend.
 *
 * @public
 */
export interface PipelinesApi {
  listPipelines(): Promise<PipelineList>;
  getPipeline(entity: EntityName): Promise<PipelineView>;
  /** Git beside newer charts and the cluster. */
  getDrift(entity: EntityName): Promise<PipelineDrift>;
  getJobState(entity: EntityName): Promise<JobStateView>;
  /** @returns the name of the new FlinkStateSnapshot */
  takeSavepoint(entity: EntityName, environment: string): Promise<string>;
}

/**
 * Replace its implementation to serve the pages from somewhere else.
 *
 * @public
 */
export const pipelinesApiRef = createApiRef<PipelinesApi>({
  id: 'plugin.data-pipelines.client',
});

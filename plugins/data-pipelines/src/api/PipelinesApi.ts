import { createApiRef } from '@backstage/core-plugin-api';
import {
  AcknowledgeStart,
  ActionList,
  ActionOrder,
  ActionPreview,
  ActionQuestion,
  ActionView,
  CheckpointsView,
  FlinkView,
  CollectorView,
  HistoryKind,
  HistoryPage,
  JobPageView,
  JobStateView,
  PartActionOrder,
  PartActionQuestion,
  PipelineActionOrder,
  PipelineActionPreview,
  PipelineActionQuestion,
  PipelineDrift,
  PipelineLagView,
  PipelineList,
  PipelineQuery,
  PipelineView,
  StartView,
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
 * Which part of a history, and from where on.
 *
 * @public
 */
export interface HistoryRequest {
  environment?: string;
  kind?: HistoryKind[];
  /** 1 to 500; 50 by default. */
  limit?: number;
  cursor?: string;
}

/**
 * What the pages ask of the backend.
 *
 * @public
 */
export interface PipelinesApi {
  /** One page of the pipelines that the viewer may see. */
  listPipelines(query?: PipelineQuery): Promise<PipelineList>;
  getPipeline(entity: EntityName): Promise<PipelineView>;
  getPipelineHistory(
    entity: EntityName,
    request?: HistoryRequest,
  ): Promise<HistoryPage>;
  /** Git beside newer charts and the cluster. */
  getDrift(entity: EntityName): Promise<PipelineDrift>;
  getJob(entity: EntityName): Promise<JobPageView>;
  getJobHistory(
    entity: EntityName,
    request?: HistoryRequest,
  ): Promise<HistoryPage>;
  getJobState(entity: EntityName): Promise<JobStateView>;
  /** What its Flink remembers, while it runs. */
  getCheckpoints(
    entity: EntityName,
    environment: string,
  ): Promise<CheckpointsView>;
  /** What its own Flink says of its steps and failures, while it runs. */
  getFlink(entity: EntityName, environment: string): Promise<FlinkView>;
  /** How far the Flink jobs of a pipeline are behind what they read. */
  getLag(entity: EntityName, environment: string): Promise<PipelineLagView>;
  /** How well the portal is informed; for those who may know. */
  getCollector(): Promise<CollectorView>;
  /** What an action would do; changes nothing. */
  previewAction(
    entity: EntityName,
    question: ActionQuestion,
  ): Promise<ActionPreview>;
  /** Does it, as the preview showed it. */
  orderAction(entity: EntityName, order: ActionOrder): Promise<ActionView>;
  /** Says that a start without its state is known. */
  acknowledgeStart(
    entity: EntityName,
    what: AcknowledgeStart,
  ): Promise<StartView>;
  /** What people had done, newest first. */
  listActions(entity: EntityName): Promise<ActionList>;
  /** What an action on a pipeline's topic, user or the like would do; changes nothing. */
  previewPartAction(
    pipeline: EntityName,
    question: PartActionQuestion,
  ): Promise<ActionPreview>;
  /** Does it, as the preview showed it. */
  orderPartAction(
    pipeline: EntityName,
    order: PartActionOrder,
  ): Promise<ActionView>;
  /** What people had done to a pipeline's parts that are no jobs, newest first. */
  listPartActions(pipeline: EntityName): Promise<ActionList>;
  /** What stopping or starting all jobs of a pipeline would do. */
  previewPipelineAction(
    entity: EntityName,
    question: PipelineActionQuestion,
  ): Promise<PipelineActionPreview>;
  /** Does it, as the preview showed it. */
  orderPipelineAction(
    entity: EntityName,
    order: PipelineActionOrder,
  ): Promise<ActionView>;
  /** What people had done to all jobs of a pipeline, newest first. */
  listPipelineActions(entity: EntityName): Promise<ActionList>;
}

/**
 * Replace its implementation to serve the pages from somewhere else.
 *
 * @public
 */
export const pipelinesApiRef = createApiRef<PipelinesApi>({
  id: 'plugin.data-pipelines.client',
});

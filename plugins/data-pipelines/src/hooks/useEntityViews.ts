import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import {
  EntityName,
  HistoryRequest,
  PipelinesApi,
  pipelinesApiRef,
} from '../api/PipelinesApi';
import { Live, Patience, useLive } from './useLive';

/** What is told beside the health, and dear to find out, may come later (ms). */
const LATELY = 1_000;
const DRIFT = 5_000;

type Ask<M extends keyof PipelinesApi> = (
  api: PipelinesApi,
  entity: EntityName,
) => ReturnType<PipelinesApi[M]>;

const getPipeline: Ask<'getPipeline'> = (api, name) => api.getPipeline(name);
const getDrift: Ask<'getDrift'> = (api, name) => api.getDrift(name);
const getJob: Ask<'getJob'> = (api, name) => api.getJob(name);
const getJobState: Ask<'getJobState'> = (api, name) => api.getJobState(name);
const listActions: Ask<'listActions'> = (api, name) => api.listActions(name);
const listPartActions: Ask<'listPartActions'> = (api, name) =>
  api.listPartActions(name);
const listPipelineActions: Ask<'listPipelineActions'> = (api, name) =>
  api.listPipelineActions(name);

/** One pipeline. */
export function usePipeline(entity: EntityName) {
  return useOf(entity, getPipeline, useOfPipeline(entity));
}

/** How a pipeline's repository stands to newer charts and to the cluster. */
export function useDrift(entity: EntityName) {
  return useOf(entity, getDrift, useOfPipeline(entity, DRIFT));
}

/** One job. */
export function useJob(entity: EntityName) {
  return useOf(entity, getJob, ofItsPipeline);
}

/** One Flink job and its snapshots. */
export function useJobState(entity: EntityName) {
  return useOf(entity, getJobState, ofItsPipeline);
}

/** What a job's Flink remembers of its checkpoints; no signal tells of them. */
export function useCheckpoints(entity: EntityName, environment: string) {
  const ask = useCallback<Ask<'getCheckpoints'>>(
    (api, name) => api.getCheckpoints(name, environment),
    [environment],
  );
  return useOf(entity, ask, never);
}

/** What a job's own Flink says of it; no signal tells of that. */
export function useFlink(entity: EntityName, environment: string) {
  const ask = useCallback<Ask<'getFlink'>>(
    (api, name) => api.getFlink(name, environment),
    [environment],
  );
  return useOf(entity, ask, never);
}

/** How far a pipeline's Flink jobs are behind; no signal tells of that. */
export function useLag(entity: EntityName, environment: string) {
  const ask = useCallback<Ask<'getLag'>>(
    (api, name) => api.getLag(name, environment),
    [environment],
  );
  return useOf(entity, ask, never);
}

/** What people had done to a job. */
export function useJobActions(entity: EntityName) {
  return useOf(entity, listActions, ofItsPipeline);
}

/** What people had done to a pipeline's parts that are no jobs. */
export function usePartActions(entity: EntityName) {
  return useOf(entity, listPartActions, useOfPipeline(entity));
}

/** What people had done to all jobs of a pipeline. */
export function usePipelineActions(entity: EntityName) {
  return useOf(entity, listPipelineActions, useOfPipeline(entity));
}

/**
 * The newest of what happened to a pipeline.
 *
 * @param request - must be stable between renders
 */
export function usePipelineHistory(
  entity: EntityName,
  request?: HistoryRequest,
) {
  const ask = useCallback<Ask<'getPipelineHistory'>>(
    (api, name) => api.getPipelineHistory(name, request),
    [request],
  );
  return useOf(entity, ask, useOfPipeline(entity, LATELY));
}

/**
 * The newest of what happened to a job.
 *
 * @param pipelineRef - signals name the pipeline
 * @param request - must be stable between renders
 */
export function useJobHistory(
  entity: EntityName,
  pipelineRef: string,
  request?: HistoryRequest,
) {
  const ask = useCallback<Ask<'getJobHistory'>>(
    (api, name) => api.getJobHistory(name, request),
    [request],
  );
  return useOf(entity, ask, refs =>
    refs.includes(pipelineRef) ? LATELY : undefined,
  );
}

function useOf<T>(
  { namespace, name }: EntityName,
  ask: (api: PipelinesApi, entity: EntityName) => Promise<T>,
  patience: Patience<T>,
): Live<T> {
  const api = useApi(pipelinesApiRef);
  const load = useCallback(
    () => ask(api, { namespace, name }),
    [ask, api, namespace, name],
  );
  return useLive(load, patience);
}

function useOfPipeline({ namespace, name }: EntityName, within = 0) {
  return useCallback<Patience<unknown>>(
    refs =>
      refs.includes(`component:${namespace}/${name}`) ? within : undefined,
    [namespace, name, within],
  );
}

/** Signals name pipelines; which one it is the first answer tells. */
function ofItsPipeline(
  refs: readonly string[],
  shown: { pipelineRef: string } | undefined,
) {
  return !shown || refs.includes(shown.pipelineRef) ? 0 : undefined;
}

function never() {
  return undefined;
}

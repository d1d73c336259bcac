import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import {
  EntityName,
  HistoryRequest,
  PipelinesApi,
  pipelinesApiRef,
} from '../api/PipelinesApi';
import { Live, useLive } from './useLive';

const always = () => true;

type Ask<M extends keyof PipelinesApi> = (
  api: PipelinesApi,
  entity: EntityName,
) => ReturnType<PipelinesApi[M]>;

const getPipeline: Ask<'getPipeline'> = (api, name) => api.getPipeline(name);
const getDrift: Ask<'getDrift'> = (api, name) => api.getDrift(name);
const getJob: Ask<'getJob'> = (api, name) => api.getJob(name);
const getJobState: Ask<'getJobState'> = (api, name) => api.getJobState(name);

/** One pipeline. */
export function usePipeline(entity: EntityName) {
  return useOf(entity, getPipeline, useConcerns(entity));
}

/** How a pipeline's repository stands to newer charts and to the cluster. */
export function useDrift(entity: EntityName) {
  return useOf(entity, getDrift, useConcerns(entity));
}

/** One job; signals name its pipeline, so any may be about it. */
export function useJob(entity: EntityName) {
  return useOf(entity, getJob, always);
}

/** One Flink job and its snapshots. */
export function useJobState(entity: EntityName) {
  return useOf(entity, getJobState, always);
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
  return useOf(entity, ask, useConcerns(entity));
}

/**
 * The newest of what happened to a job.
 *
 * @param request - must be stable between renders
 */
export function useJobHistory(entity: EntityName, request?: HistoryRequest) {
  const ask = useCallback<Ask<'getJobHistory'>>(
    (api, name) => api.getJobHistory(name, request),
    [request],
  );
  return useOf(entity, ask, always);
}

function useOf<T>(
  { namespace, name }: EntityName,
  ask: (api: PipelinesApi, entity: EntityName) => Promise<T>,
  concerns: (refs: string[]) => boolean,
): Live<T> {
  const api = useApi(pipelinesApiRef);
  const load = useCallback(
    () => ask(api, { namespace, name }),
    [ask, api, namespace, name],
  );
  return useLive(load, concerns);
}

function useConcerns({ namespace, name }: EntityName) {
  return useCallback(
    (refs: string[]) => refs.includes(`component:${namespace}/${name}`),
    [namespace, name],
  );
}

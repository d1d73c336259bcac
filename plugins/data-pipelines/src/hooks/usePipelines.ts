import { useApi } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { EntityName, pipelinesApiRef } from '../api/PipelinesApi';
import { useLive } from './useLive';

const always = () => true;

/** All pipelines that the viewer may see. */
export function usePipelines() {
  const api = useApi(pipelinesApiRef);
  return useLive(
    useCallback(() => api.listPipelines(), [api]),
    always,
  );
}

/** One pipeline. */
export function usePipeline({ namespace, name }: EntityName) {
  const api = useApi(pipelinesApiRef);
  const load = useCallback(
    () => api.getPipeline({ namespace, name }),
    [api, namespace, name],
  );
  return useLive(load, useConcerns({ namespace, name }));
}

/** How a pipeline's repository stands to newer charts and to the cluster. */
export function useDrift({ namespace, name }: EntityName) {
  const api = useApi(pipelinesApiRef);
  const load = useCallback(
    () => api.getDrift({ namespace, name }),
    [api, namespace, name],
  );
  return useLive(load, useConcerns({ namespace, name }));
}

/** One Flink job and its snapshots; any signal may be about it. */
export function useJobState({ namespace, name }: EntityName) {
  const api = useApi(pipelinesApiRef);
  const load = useCallback(
    () => api.getJobState({ namespace, name }),
    [api, namespace, name],
  );
  return useLive(load, always);
}

function useConcerns({ namespace, name }: EntityName) {
  return useCallback(
    (refs: string[]) =>
      refs.includes('*') || refs.includes(`component:${namespace}/${name}`),
    [namespace, name],
  );
}

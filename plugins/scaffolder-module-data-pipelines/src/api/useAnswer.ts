import { fetchApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { ask } from './ask';

/** What the backend answered. */
export interface Answer<T> {
  data?: T;
  error?: Error;
  loading: boolean;
}

/** Asks the backend whenever the path changes; nothing without a path. */
export function useAnswer<T>(path: string | undefined): Answer<T> {
  const fetchApi = useApi(fetchApiRef);
  const [state, setState] = useState<Answer<T> & { path?: string }>({
    loading: false,
  });
  useEffect(() => {
    if (!path) return undefined;
    const abort = new AbortController();
    setState({ path, loading: true });
    ask<T>({ fetchApi, path, signal: abort.signal }).then(
      data => setState({ path, data, loading: false }),
      (error: Error) => {
        if (!abort.signal.aborted) setState({ path, error, loading: false });
      },
    );
    return () => abort.abort();
  }, [fetchApi, path]);
  // The answer of the path before is none.
  return state.path === path ? state : { loading: Boolean(path) };
}

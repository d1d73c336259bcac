import { fetchApiRef, useApi } from '@backstage/core-plugin-api';
import {
  PipelineForm,
  PipelinePreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useEffect, useState } from 'react';
import { Previews } from '../../api/Previews';

/** A person who types does not want an answer to each letter. */
const PAUSE = 250;

/** A preview that follows the form. */
export interface LivePreview {
  /** Of the form as it was when it was last asked for. */
  preview?: PipelinePreview;
  /** Why there is no newer one. */
  error?: Error;
  /** A newer one is on its way. */
  loading: boolean;
  retry(): void;
}

/** Asks at once, then after each pause; keeps what it has until there is news. */
export function usePreview(form: PipelineForm): LivePreview {
  const fetchApi = useApi(fetchApiRef);
  const [state, setState] = useState<Omit<LivePreview, 'retry'>>({
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(form);
  const first = !state.preview && !state.error;
  useEffect(() => {
    let stale = false;
    setState(before => ({ ...before, loading: true }));
    const timer = setTimeout(
      () =>
        Previews.of(fetchApi)
          .ask(JSON.parse(key))
          .then(
            preview => !stale && setState({ preview, loading: false }),
            (error: Error) =>
              !stale &&
              setState(({ preview }) => ({ preview, error, loading: false })),
          ),
      first ? 0 : PAUSE,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
    // `first` only says how long to wait.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [fetchApi, key, attempt]);
  return { ...state, retry: () => setAttempt(attempt + 1) };
}

import { fetchApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';
import { PreviewQuestion, Previews } from './Previews';

/** A person who types does not want an answer to each letter. */
const PAUSE = 250;

/** A preview that follows the form. */
export interface LivePreview<T> {
  /** Of the form as it was when it was last asked for. */
  preview?: T;
  /** Why there is no newer one. */
  error?: Error;
  /** A newer one is on its way. */
  loading: boolean;
  retry(): void;
}

/**
 * Asks at once, then after each pause; keeps what it has until there is news.
 *
 * @param question - undefined where there is nothing to ask yet
 */
export function usePreview<T>(
  question: PreviewQuestion | undefined,
): LivePreview<T> {
  const fetchApi = useApi(fetchApiRef);
  const [state, setState] = useState<Omit<LivePreview<T>, 'retry'>>({
    loading: Boolean(question),
  });
  const [attempt, setAttempt] = useState(0);
  const key = question && JSON.stringify(question);
  const first = !state.preview && !state.error;
  useEffect(() => {
    if (!key) {
      setState({ loading: false });
      return undefined;
    }
    let stale = false;
    setState(before => ({ ...before, loading: true }));
    const timer = setTimeout(
      () =>
        Previews.of(fetchApi)
          .ask<T>(JSON.parse(key))
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

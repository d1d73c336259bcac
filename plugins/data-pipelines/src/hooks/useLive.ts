import { useCallback, useRef, useState } from 'react';
import { keepSame } from './keepSame';
import { useRefresh } from './useRefresh';

/** Data that follows the cluster. */
export interface Live<T> {
  data?: T;
  /** The last answer was an error; `data` is then of `updatedAt`. */
  error?: Error;
  /** No answer yet. */
  loading: boolean;
  /** When `data` arrived, in milliseconds since the epoch. */
  updatedAt?: number;
  reload(): void;
}

/**
 * Loads, and loads again when the backend says that something changed. Keeps
 * what it has while it loads, and when loading fails.
 *
 * @param load - must be stable between renders; another one is another question
 * @param concerns - whether a change of these entities makes a reload worthwhile
 */
export function useLive<T>(
  load: () => Promise<T>,
  concerns: (refs: string[]) => boolean,
): Live<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ load });
  const asked = useRef(load);
  asked.current = load;
  const refresh = useCallback(async () => {
    const result = await load().then(
      data => ({ data, updatedAt: Date.now(), error: undefined }),
      (error: Error) => ({ error }),
    );
    if (asked.current !== load) return;
    setAnswer(before => {
      const { data, updatedAt } = before.load === load ? before : {};
      return 'data' in result
        ? { ...result, load, data: keepSame(data, result.data) }
        : { ...result, load, data, updatedAt };
    });
  }, [load]);
  const reload = useRefresh(refresh, refs => (concerns(refs) ? 0 : undefined));
  // What belongs to another question is not shown under this one.
  const { data, error, updatedAt }: Partial<Answer<T>> =
    answer.load === load ? answer : {};
  return { data, error, updatedAt, loading: !data && !error, reload };
}

interface Answer<T> {
  load: () => Promise<T>;
  data?: T;
  error?: Error;
  updatedAt?: number;
}

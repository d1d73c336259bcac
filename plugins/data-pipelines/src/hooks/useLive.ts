import { useCallback, useRef, useState } from 'react';
import { keepSame } from './keepSame';
import { useRefresh } from './useRefresh';

/** When a change of some entities has to be on screen. */
export type Patience<T> = (
  refs: readonly string[],
  shown: T | undefined,
) => number | undefined;

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
 * @param patience - how many milliseconds a change of these entities may wait,
 *   given what is shown; undefined where they do not matter to it
 */
export function useLive<T>(
  load: () => Promise<T>,
  patience: Patience<T>,
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
  // What belongs to another question is not shown under this one.
  const { data, error, updatedAt }: Partial<Answer<T>> =
    answer.load === load ? answer : {};
  const reload = useRefresh(refresh, refs => patience(refs, data));
  return { data, error, updatedAt, loading: !data && !error, reload };
}

interface Answer<T> {
  load: () => Promise<T>;
  data?: T;
  error?: Error;
  updatedAt?: number;
}

import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  PIPELINES_CHANNEL,
  PipelinesSignal,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useCallback, useEffect, useRef, useState } from 'react';

/** Data that follows the cluster. */
export interface Live<T> {
  data?: T;
  /** The last answer was an error; `data` is then of `updatedAt`. */
  error?: Error;
  loading: boolean;
  /** When `data` arrived, in milliseconds since the epoch. */
  updatedAt?: number;
  reload(): void;
}

/** Even with signals a connection may be lost in silence. */
const POLL_WITH_SIGNALS = 30_000;
const POLL_WITHOUT = 5_000;

/**
 * Loads, and loads again when the backend says that something changed. Keeps
 * what it has while it loads, and when loading fails.
 *
 * @param load - must be stable between renders
 * @param concerns - whether a signal's refs make a reload worthwhile; stable too
 */
export function useLive<T>(
  load: () => Promise<T>,
  concerns: (refs: string[]) => boolean,
): Live<T> {
  const signals = useApiHolder().get(signalApiRef);
  const [state, setState] = useState<Omit<Live<T>, 'reload'>>({
    loading: true,
  });
  const running = useRef(false);
  const again = useRef(false);

  const reload = useCallback(async () => {
    if (running.current) {
      // Something changed while we asked: what we get may be too old.
      again.current = true;
      return;
    }
    running.current = true;
    do {
      again.current = false;
      try {
        const data = await load();
        setState({ data, loading: false, updatedAt: Date.now() });
      } catch (error) {
        setState(before => ({
          ...before,
          loading: false,
          error: error as Error,
        }));
      }
    } while (again.current);
    running.current = false;
  }, [load]);

  useEffect(() => {
    reload();
    const subscription = signals?.subscribe<PipelinesSignal>(
      PIPELINES_CHANNEL,
      message => {
        if (concerns(message.refs)) reload();
      },
    );
    const timer = setInterval(
      () => {
        if (document.visibilityState === 'visible') reload();
      },
      signals ? POLL_WITH_SIGNALS : POLL_WITHOUT,
    );
    return () => {
      subscription?.unsubscribe();
      clearInterval(timer);
    };
  }, [signals, reload, concerns]);

  return { ...state, reload };
}

import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  PIPELINES_CHANNEL,
  PipelinesSignal,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useCallback, useEffect, useRef } from 'react';
import { Refresher } from './Refresher';

/** Signals come first; this is for portals without them, and for lost ones (ms). */
const POLL = 30_000;
/** What changed before the way for signals was open, nobody tells (ms). */
const OPENED = 3_000;

/**
 * Calls `load` now, and again when the backend says that something changed.
 *
 * @param load - must be stable between renders, and must not reject
 * @param patience - how many milliseconds a change of these entities may wait;
 *   undefined where they do not matter
 * @returns asks at once
 */
export function useRefresh(
  load: () => Promise<void>,
  patience: (refs: string[]) => number | undefined,
): () => void {
  const signals = useApiHolder().get(signalApiRef);
  const refresher = useRef<Refresher>();
  const latest = useRef(patience);
  latest.current = patience;

  useEffect(() => {
    const visible = () => document.visibilityState === 'visible';
    const current = new Refresher({ load, visible });
    refresher.current = current;
    current.ask();
    const subscription = signals?.subscribe<PipelinesSignal>(
      PIPELINES_CHANNEL,
      ({ refs }) => {
        const within = refs.includes('*') ? 0 : latest.current(refs);
        if (within !== undefined) current.ask(within);
      },
    );
    const timer = setInterval(() => current.ask(), POLL);
    const opened = setTimeout(() => current.ask(), OPENED);
    const look = () => current.arm();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
      clearTimeout(opened);
      subscription?.unsubscribe();
      current.stop();
    };
  }, [signals, load]);

  return useCallback(() => refresher.current?.ask(), []);
}

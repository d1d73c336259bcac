import { useEffect, useState } from 'react';
import { useText } from '../../translations';
import { age } from './age';

/** How long ago, with the exact time on hover; ticks by itself. */
export function RelativeTime(props: { at: string }) {
  const t = useText();
  const now = useNow();
  const { unit, count } = age(props.at, now);
  return (
    <time dateTime={props.at} title={new Date(props.at).toLocaleString()}>
      {unit === 'now' || unit === 'unknown'
        ? t(`common.time.${unit}`)
        : t(`common.time.${unit}`, { number: String(count) })}
    </time>
  );
}

const TICK = 10_000;
const tickers = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all times on the page, however many rows there are. */
export function useNow() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    tickers.add(setNow);
    timer ??= setInterval(() => {
      for (const tick of tickers) tick(Date.now());
    }, TICK);
    return () => {
      tickers.delete(setNow);
      if (tickers.size === 0) {
        clearInterval(timer);
        timer = undefined;
      }
    };
  }, []);
  return now;
}

import { useEffect, useState } from 'react';
import { age } from './age';

/** How long ago, with the exact time on hover; ticks by itself. */
export function RelativeTime(props: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={props.at} title={new Date(props.at).toLocaleString()}>
      {age(props.at, now)}
    </time>
  );
}

import { useText } from '../../translations';
import { useNow } from '../RelativeTime';
import { timeUntil } from './timeUntil';

/** How long it takes until a moment, with the exact time on hover. */
export function TimeUntil(props: { at: string }) {
  const t = useText();
  const { unit, count } = timeUntil(props.at, useNow());
  return (
    <time dateTime={props.at} title={new Date(props.at).toLocaleString()}>
      {unit === 'past' || unit === 'unknown'
        ? t(`facts.until.${unit}`)
        : t(`facts.until.${unit}`, { number: String(count) })}
    </time>
  );
}

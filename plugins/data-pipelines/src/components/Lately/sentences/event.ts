import { Texts } from '../../../translations';
import { cutLong } from './because';
import { EntryOf } from './sentenceOf';

export function eventSentence(
  { about, reason, message, count }: EntryOf<'event'>,
  t: Texts,
): string {
  const what = { about, reason, message: cutLong(message) };
  return count > 1
    ? t('history.event.often', { ...what, number: String(count) })
    : t('history.event.once', what);
}

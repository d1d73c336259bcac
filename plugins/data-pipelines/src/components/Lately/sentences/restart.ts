import { Texts } from '../../../translations';
import { because } from './because';
import { EntryOf } from './sentenceOf';

export function restartSentence(
  { what, count, message }: EntryOf<'restart'>,
  t: Texts,
): string {
  return because(t('history.restart', { what, count }), message, t);
}

import { Texts } from '../../../translations';
import { cutLong } from './because';
import { EntryOf } from './sentenceOf';

/** The new health stands before it, as icon and word. */
export function transitionSentence(
  { from, message }: EntryOf<'transition'>,
  t: Texts,
): string {
  const what = { message: cutLong(message) };
  return from
    ? t('history.transition.from', {
        ...what,
        from: t(`common.health.${from}`),
      })
    : t('history.transition.first', what);
}

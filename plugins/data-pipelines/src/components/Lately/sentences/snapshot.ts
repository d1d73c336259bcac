import { Texts } from '../../../translations';
import { bytesText } from '../../PartFacts';
import { because } from './because';
import { EntryOf } from './sentenceOf';

export function snapshotSentence(
  { name, origin, state, size, message }: EntryOf<'snapshot'>,
  t: Texts,
): string {
  const what = { name, origin: origin.toLowerCase() };
  // The operator writes COMPLETED, our own views completed.
  switch (state.toLowerCase()) {
    case 'completed':
      return size === undefined
        ? t('history.snapshot.completed', what)
        : t('history.snapshot.completedSize', {
            ...what,
            size: bytesText(size),
          });
    case 'failed':
      return because(t('history.snapshot.failed', what), message, t);
    default:
      return because(
        t('history.snapshot.other', { ...what, state: state.toLowerCase() }),
        message,
        t,
      );
  }
}

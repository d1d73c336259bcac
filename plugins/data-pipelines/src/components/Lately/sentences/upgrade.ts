import { Texts } from '../../../translations';
import { cutLong } from './because';
import { EntryOf } from './sentenceOf';

/** More fields than these make no sentence. */
const MOST = 3;

export function upgradeSentence(entry: EntryOf<'upgrade'>, t: Texts): string {
  const { changes, by } = entry;
  const generation = String(entry.generation);
  if (changes.length === 0) {
    return by
      ? t('history.upgrade.unseenBy', { generation, by })
      : t('history.upgrade.unseen', { generation });
  }
  const rest = changes.length - MOST;
  const told = [
    ...changes.slice(0, MOST).map(change => fieldText(change, t)),
    ...(rest > 0 ? [t('history.upgrade.more', { count: rest })] : []),
  ].join(', ');
  return by
    ? t('history.upgrade.changedBy', { changes: told, by })
    : t('history.upgrade.changed', { changes: told });
}

function fieldText(
  change: EntryOf<'upgrade'>['changes'][number],
  t: Texts,
): string {
  const path = change.path.replace(/^spec\./, '');
  const from = cutLong(change.from ?? '');
  const to = cutLong(change.to ?? '');
  if (change.from === undefined) {
    return t('history.upgrade.added', { path, to });
  }
  if (change.to === undefined) {
    return t('history.upgrade.removed', { path, from });
  }
  return t('history.upgrade.field', { path, from, to });
}

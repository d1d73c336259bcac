import { Texts } from '../../../translations';
import { durationText } from '../../PartFacts';
import { because } from './because';
import { EntryOf } from './sentenceOf';

/** So much of a run's id tells it from others. */
const SHOWN = 8;

export function runSentence(
  { run, state, startedAt, endedAt, startedFrom, message }: EntryOf<'run'>,
  t: Texts,
): string {
  const id = run.length > 2 * SHOWN ? `${run.slice(0, SHOWN)}…` : run;
  if (state === 'running') {
    const began = startedFrom
      ? t('history.run.runningFrom', {
          run: id,
          from: startedFrom.replace(/^.*\/(?=.)/, ''),
        })
      : t('history.run.running', { run: id });
    return because(began, message, t);
  }
  const milliseconds = Date.parse(endedAt ?? '') - Date.parse(startedAt ?? '');
  const ended =
    milliseconds >= 0
      ? t(`history.run.${state}After`, {
          run: id,
          took: durationText(milliseconds, t),
        })
      : t(`history.run.${state}`, { run: id });
  return because(ended, message, t);
}

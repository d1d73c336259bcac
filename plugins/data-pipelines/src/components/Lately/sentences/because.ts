import { Texts } from '../../../translations';

/** A sentence with its reason behind it, where there is one. */
export function because(
  sentence: string,
  message: string | undefined,
  t: Texts,
): string {
  return message
    ? t('history.because', { sentence, message: cutLong(message) })
    : sentence;
}

const LONGEST = 240;

/** Operators write whole stack traces: the first line says what it was. */
export function cutLong(message: string): string {
  const [line] = message.trim().split('\n');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

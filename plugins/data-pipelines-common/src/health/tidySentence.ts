const LONGEST = 400;

/** Times as programs write them, such as `2026-11-23T08:59:00.123Z`. */
const RAW_TIME =
  /\b(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?\b/g;

/**
 * Makes what programs wrote fit for a sentence on a page: one line, without
 * JSON, with times that a person reads, not too long.
 */
export function tidySentence(text: string): string {
  if (typeof text !== 'string') throw new Error('a sentence that is no text');
  const plain = text
    .replace(/\[?\{\s*"[\s\S]*$/, '…')
    .replace(
      RAW_TIME,
      (_, day: string, time: string, zone: string = '') =>
        `${day} ${time}${zone === 'Z' ? ' UTC' : zone && ` UTC${zone}`}`,
    )
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.includes('[object ')) {
    throw new Error('a value that is no text stands in a sentence');
  }
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}

const LONGEST = 400;

/**
 * Makes what programs wrote fit for a sentence on a page: one line, without
 * JSON, not too long.
 */
export function tidySentence(text: string): string {
  if (typeof text !== 'string') throw new Error('a sentence that is no text');
  const plain = text
    .replace(/\[?\{\s*"[\s\S]*$/, '…')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.includes('[object ')) {
    throw new Error('a value that is no text stands in a sentence');
  }
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}

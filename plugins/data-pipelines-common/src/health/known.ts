/**
 * What a table says of a word that an operator wrote; undefined where it does
 * not know the word, whatever it is.
 */
export function known<V>(
  table: Readonly<Record<string, V>>,
  word: string | undefined,
): V | undefined {
  return word !== undefined && Object.hasOwn(table, word)
    ? table[word]
    : undefined;
}

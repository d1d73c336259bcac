/** No known word is as long, and comparing takes time. */
const LONGEST = 64;

/**
 * The known word that somebody probably meant; undefined where none is near.
 *
 * @public
 */
export function didYouMean(
  word: string,
  known: readonly string[],
): string | undefined {
  if (word.length > LONGEST) return undefined;
  const allowed = Math.max(1, Math.floor(word.length / 3));
  const near = known
    .map(other => ({
      other,
      edits: editDistance(plain(word), plain(other)),
    }))
    .filter(({ edits }) => edits <= allowed)
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.other;
}

/** Case, dashes and underscores are what people mix up without a typing error. */
function plain(word: string) {
  return word.toLowerCase().replace(/[-_]/g, '');
}

/** Insertions, deletions, replacements and swaps of neighbours. */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(
        last[j] + 1,
        row[j - 1] + 1,
        last[j - 1] + (same ? 0 : 1),
      );
      if (
        i > 1 &&
        j > 1 &&
        one[i - 1] === other[j - 2] &&
        one[i - 2] === other[j - 1]
      ) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length];
}

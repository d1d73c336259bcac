/** The word that somebody who wrote another one probably meant. */
export function closest(
  written: string,
  words: readonly string[],
): string | undefined {
  const most = Math.max(1, Math.floor(written.length / 3));
  const [best] = words
    .map(word => ({
      word,
      distance: distance(written.toLowerCase(), word.toLowerCase()),
    }))
    .filter(entry => entry.distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return best?.word;
}

/** How many letters to add, remove or replace. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(
        row[j] + 1,
        next[j - 1] + 1,
        row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[other.length];
}

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/**
 * How long after its end something will be deleted, as the end of a sentence;
 * empty for never. When it ended stands beside the sentence.
 */
export function deletedAfter(seconds: number | undefined): string {
  if (typeof seconds !== 'number' || !(seconds >= 0)) return '';
  const [unit, size] =
    UNITS.find(([, one]) => seconds >= one && seconds % one === 0) ??
    UNITS[UNITS.length - 1];
  return `; it is deleted ${Math.round(seconds / size)} ${unit} after its end`;
}

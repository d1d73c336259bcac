const TIMES = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** `12 ms`, `1.5 s`, `40 s`, `3 min`, `5 h`, `2 d`. */
export function timeInWords(milliseconds: number): string {
  const found = TIMES.find(([, one]) => milliseconds >= one);
  if (!found) return `${Math.round(milliseconds)} ms`;
  const [unit, one] = found;
  return `${rounded(milliseconds / one)} ${unit}`;
}

const SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** `300 B`, `1.5 KiB`, `40 MiB`. */
export function bytesInWords(bytes: number): string {
  const step = Math.min(
    SIZES.length - 1,
    Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)),
  );
  return `${rounded(bytes / 1024 ** step)} ${SIZES[step]}`;
}

/** One digit behind the point where it says something. */
function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

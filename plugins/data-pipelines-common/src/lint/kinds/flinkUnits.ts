const MILLISECONDS: Record<string, number> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  m: 60_000,
  min: 60_000,
  minute: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  d: 86_400_000,
  day: 86_400_000,
};

/** Milliseconds of a duration as Flink writes it, such as `10 min`; undefined where it is none. */
export function durationOf(text: string | undefined): number | undefined {
  const found = /^(\d+)\s*([a-z]*)$/.exec(`${text ?? ''}`.trim().toLowerCase());
  if (!found) return undefined;
  const [, number, unit] = found;
  const one = MILLISECONDS[unit || 'ms'] ?? MILLISECONDS[unit.slice(0, -1)];
  return one === undefined ? undefined : Number(number) * one;
}

/** `90 s`, `10 min`, `2 h`, `3 d`: the largest unit without a remainder. */
export function inWords(milliseconds: number): string {
  const unit =
    (['d', 'h', 'min', 's'] as const).find(
      name =>
        milliseconds >= MILLISECONDS[name] &&
        milliseconds % MILLISECONDS[name] === 0,
    ) ?? 'ms';
  return `${milliseconds / MILLISECONDS[unit]} ${unit}`;
}

const POWERS = ['', 'k', 'm', 'g', 't'];

/**
 * Bytes of a memory size as Flink and Spark write it: `2048m`, `2gb` and
 * `2Gi` alike count by 1024. Undefined where it is none.
 */
export function memoryOf(text: string | undefined): number | undefined {
  const found = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b?)$/.exec(
    `${text ?? ''}`.trim().toLowerCase(),
  );
  return found
    ? Number(found[1]) * 1024 ** POWERS.indexOf(found[2])
    : undefined;
}

export const MEBIBYTE = 1024 ** 2;

/** `512 MiB`. */
export function inMebibytes(bytes: number): string {
  return `${Math.round(bytes / MEBIBYTE)} MiB`;
}

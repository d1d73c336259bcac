/** What a field of an answer is, where it is what it should be. */
export function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && value ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number)
    ? number
    : undefined;
}

/** Of those that are known; undefined where none is. */
export function sumOf(
  numbers: ReadonlyArray<number | undefined>,
): number | undefined {
  const known = numbers.filter(number => number !== undefined);
  return known.length > 0
    ? known.reduce((sum, number) => sum + number, 0)
    : undefined;
}

/** Flink's times are milliseconds since the epoch; -1 where there is none. */
export function timeIn(value: unknown): string | undefined {
  const number = numberIn(value);
  return number !== undefined && number > 0 && number < 8.64e15
    ? new Date(number).toISOString()
    : undefined;
}

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

export function listIn<T>(value: unknown): T[] {
  return Array.isArray(value)
    ? value.filter(one => typeof one === 'object' && one !== null)
    : [];
}

/** @throws Error where an answer is no object */
export function objectIn<T>(json: unknown): T {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return json as T;
  }
  throw new Error('not an object');
}

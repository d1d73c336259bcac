/**
 * Milliseconds since 1970.
 *
 * @throws RangeError where the text is no time: a database may take NaN for
 * something else
 */
export function milliseconds(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new RangeError(`"${text.slice(0, 40)}" is no time (ISO 8601)`);
  }
  return time;
}

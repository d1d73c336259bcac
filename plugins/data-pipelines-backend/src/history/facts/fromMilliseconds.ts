/** Times as Flink's operator writes them: milliseconds since 1970, as text. */
export function fromMilliseconds(text: string | undefined): string | undefined {
  const time = Number(text);
  return time > 0 && time < 8.64e15 ? new Date(time).toISOString() : undefined;
}

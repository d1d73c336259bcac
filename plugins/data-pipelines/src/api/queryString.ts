type Value = string | number | readonly string[] | undefined;

/**
 * `?a=1&b=x&b=y`: what is undefined or empty is left out, a list repeats its
 * name. The names are in alphabetical order, so that the same question has one
 * address and the browser's cache answers it.
 */
export function queryString<T extends { [K in keyof T]: Value }>(
  query: T,
): string {
  const entries: Array<[string, Value]> = Object.entries(query);
  const parameters = new URLSearchParams(
    entries.flatMap(([name, value]) =>
      [value ?? []]
        .flat()
        .filter(one => one !== '')
        .map(one => [name, String(one)]),
    ),
  );
  parameters.sort();
  const text = parameters.toString();
  return text && `?${text}`;
}

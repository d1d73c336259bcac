/** Longer texts are cut: a stack trace's first lines say what there is to say. */
const LONGEST_TEXT = 4_000;
const MOST_ITEMS = 200;
const MOST_KEYS = 1_000;
const DEEPEST = 12;

/**
 * The same value with its bulk cut off, sharing no memory with it: a status
 * may be 900 kB, and a slice of a text would keep all of it alive.
 */
export function trimmed(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') {
    return value.length > LONGEST_TEXT
      ? copyOf(`${value.slice(0, LONGEST_TEXT)}…`)
      : value;
  }
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (depth === DEEPEST) return undefined;
  if (Array.isArray(value)) {
    return value.slice(0, MOST_ITEMS).map(item => trimmed(item, depth + 1));
  }
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MOST_KEYS)
      .map(([key, item]) => [key, trimmed(item, depth + 1)]),
  );
}

function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text));
}

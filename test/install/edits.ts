import { JsonObject, JsonValue } from '@backstage/types';
import { parse, stringify } from 'yaml';

/**
 * What a reader does with a `diff` block: adds its lines where the lines
 * around them are. Throws where the file has no such place.
 */
export function applyDiff(source: string, diff: string): string {
  return diff
    .split(/^@@.*\n/m)
    .reduce((text, hunk) => applyHunk(text, hunk), source);
}

function applyHunk(text: string, hunk: string): string {
  const lines = hunk.split('\n').filter(line => line !== '');
  const without = (mark: string) =>
    lines
      .filter(line => !line.startsWith(mark))
      .map(line => `${line.slice(1)}\n`)
      .join('');
  const before = without('+');
  const at = text.indexOf(before);
  if (at < 0) throw new Error(`The file has no such lines:\n${before}`);
  if (text.indexOf(before, at + 1) >= 0) {
    throw new Error(`The file has these lines more than once:\n${before}`);
  }
  return text.slice(0, at) + without('-') + text.slice(at + before.length);
}

/** `backend.add(…)` goes before `backend.start()`. */
export function addToBackend(source: string, body: string): string {
  const start = 'backend.start();';
  if (!source.includes(start)) throw new Error(`The backend has no ${start}`);
  return source.replace(start, `${body}\n${start}`);
}

/** Adds a block to a configuration: sections are joined, lists get longer. */
export function addToConfig(source: string, body: string): string {
  return stringify(join(parse(source), parse(body)));
}

function join(old: JsonValue, added: JsonValue): JsonValue {
  if (Array.isArray(old) && Array.isArray(added)) return [...old, ...added];
  if (!isSection(old) || !isSection(added)) return added;
  const result = { ...old };
  for (const [key, value] of Object.entries(added)) {
    if (value === undefined) continue;
    result[key] = join(old[key] ?? null, value);
  }
  return result;
}

function isSection(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

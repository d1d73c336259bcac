import { withoutNulls } from '../withoutNulls';

/**
 * The map that a file in a ConfigMap holds; undefined where it cannot be read,
 * for a rule never stops the others.
 */
export function parsedText<T extends object>(
  text: string | undefined,
  parse: (text: string) => unknown,
): T | undefined {
  try {
    const found = parse(text ?? '');
    return typeof found === 'object' && found !== null
      ? (withoutNulls(found) as T)
      : undefined;
  } catch {
    return undefined;
  }
}

import { RenderedObject } from '../compare/renderedObject';

/** A text somewhere in an object. */
export interface TextOf {
  /** Inside the object; items of lists by their name, if they have one. */
  path: string;
  /** Of a setting, or name of a variable. */
  key: string;
  text: string;
}

/** Every text below spec and data. */
export function textsOf({ spec, data }: RenderedObject): TextOf[] {
  return [...walk(spec, 'spec', 'spec'), ...walk(data, 'data', 'data')];
}

function walk(value: unknown, path: string, key: string): TextOf[] {
  if (typeof value === 'string') return [{ path, key, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => {
      const name = nameOf(item);
      return walk(item, `${path}.${name ?? i}`, name ?? key);
    });
  }
  return Object.entries(value).flatMap(([part, item]) =>
    // The value of a variable is known by the name of the variable.
    walk(item, `${path}.${part}`, part === 'value' ? key : part),
  );
}

function nameOf(item: unknown): string | undefined {
  return typeof item === 'object' &&
    item !== null &&
    'name' in item &&
    typeof item.name === 'string'
    ? item.name
    : undefined;
}

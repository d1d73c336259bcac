import { PodTemplate } from './pod';

/** The template of a role over the one for all: maps merge, lists by the name of their items. */
export function mergedTemplate(
  base: PodTemplate = {},
  over: PodTemplate = {},
): PodTemplate {
  return merge(base, over) as PodTemplate;
}

function merge(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (Array.isArray(base) && Array.isArray(over)) {
    const same = (item: unknown) =>
      over.find(it => nameOf(it) === nameOf(item));
    return [
      ...base.map(item => merge(item, same(item))),
      ...over.filter(item => !base.some(it => nameOf(it) === nameOf(item))),
    ];
  }
  if (isMap(base) && isMap(over)) {
    const keys = [...new Set([...Object.keys(base), ...Object.keys(over)])];
    return Object.fromEntries(
      keys.map(key => [key, merge(valueOf(base, key), valueOf(over, key))]),
    );
  }
  return over;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueOf(map: object, key: string): unknown {
  return Object.entries(map).find(([name]) => name === key)?.[1];
}

function nameOf(item: unknown): unknown {
  return isMap(item) ? valueOf(item, 'name') : item;
}

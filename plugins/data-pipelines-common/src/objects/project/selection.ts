import { newRoom, trimmed } from './trimmed';

/**
 * Names every field of a type: `true` keeps a field whole, an object selects
 * below it. A field that is new in the type is a compile error here until it
 * is selected, so nothing that rules read is dropped on the way.
 */
export type Selection<T> = {
  readonly [K in keyof T]-?: NonNullable<T[K]> extends
    | readonly unknown[]
    | string
    | number
    | boolean
    ? true
    : string extends keyof NonNullable<T[K]>
    ? true
    : true | Selection<NonNullable<T[K]>>;
};

/**
 * The selected part of a value. What is not as the type says is passed on as
 * it is, cut: rules answer Unknown for it, with a reason.
 */
export function select<T>(
  selection: Selection<T>,
  value: unknown,
  room = newRoom(),
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return trimmed(value, room);
  }
  const selected: Record<string, unknown> = {};
  for (const [key, below] of Object.entries(selection)) {
    const found = (value as Record<string, unknown>)[key];
    if (found === undefined || found === null) continue;
    selected[key] =
      below === true
        ? trimmed(found, room)
        : select(below as Selection<unknown>, found, room);
  }
  return selected;
}

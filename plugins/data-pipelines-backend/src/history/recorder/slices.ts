import { setImmediate } from 'node:timers/promises';

const AT_ONCE = 200;

/** Long lists are gone through in parts, so that requests are answered in between. */
export function slices<T>(all: readonly T[]): T[][] {
  const made: T[][] = [];
  for (let i = 0; i < all.length; i += AT_ONCE) {
    made.push(all.slice(i, i + AT_ONCE));
  }
  return made;
}

export const immediate = () => setImmediate();

const UNITS = ['k', 'M', 'G', 'T', 'P', 'E'];

/** Bytes of a Kubernetes quantity such as `100Gi`; undefined where it is none. */
export function bytesOf(quantity: string | number | undefined) {
  const found = /^([0-9.]+)(([kKMGTPE])(i?))?$/.exec(`${quantity ?? ''}`);
  if (!found) return undefined;
  const [, number, , unit, binary] = found;
  const power = unit ? UNITS.indexOf(unit.replace('K', 'k')) + 1 : 0;
  return Number(number) * (binary ? 1024 : 1000) ** power;
}

/** Whether the second quantity is less than the first; false where one is not known. */
export function shrinks(
  before: string | number | undefined,
  after: string | number | undefined,
): boolean {
  const [from, to] = [bytesOf(before), bytesOf(after)];
  return from !== undefined && to !== undefined && to < from;
}

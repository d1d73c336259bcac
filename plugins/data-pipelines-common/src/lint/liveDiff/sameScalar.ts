import { JsonValue } from '@backstage/types';

/** Keys, or keys of the map around, whose values are quantities of Kubernetes. */
const QUANTITY =
  /^(requests|limits|hard|capacity|storage|size|sizeLimit|memory|cpu|divisor|averageValue)$/;

const DURATION = /(duration|interval|timeout|period|backoff|before|ttl|age)$/i;

/** Whether two values say the same, in the spellings that their key allows. */
export function sameScalar(
  keys: readonly string[],
  one: JsonValue | undefined,
  other: JsonValue | undefined,
): boolean {
  if (one === other) return true;
  const [parent = '', key = ''] =
    keys.length > 1 ? keys.slice(-2) : ['', keys[0]];
  if (QUANTITY.test(key) || QUANTITY.test(parent)) {
    return sameNumber(quantityOf(one), quantityOf(other));
  }
  return DURATION.test(key) && sameNumber(secondsOf(one), secondsOf(other));
}

const POWERS: Record<string, number> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

function quantityOf(value: JsonValue | undefined): number | undefined {
  const [, number, unit] =
    /^([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)([numkMGTPE]i?|Ki)?$/.exec(
      `${value}`,
    ) ?? [];
  return number === undefined
    ? undefined
    : Number(number) * (POWERS[unit ?? ''] ?? NaN);
}

const SECONDS: Record<string, number> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** Go's way: `1h30m`. */
function secondsOf(value: JsonValue | undefined): number | undefined {
  if (!/^([0-9.]+(ns|us|µs|ms|s|m|h))+$/.test(`${value}`)) return undefined;
  return [...`${value}`.matchAll(/([0-9.]+)([a-zµ]+)/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * SECONDS[unit],
    0,
  );
}

function sameNumber(one: number | undefined, other: number | undefined) {
  return (
    one !== undefined &&
    other !== undefined &&
    Math.abs(one - other) <= Math.abs(one) * 1e-12
  );
}

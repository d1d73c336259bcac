const UNITS: Record<string, string> = {
  d: 'day',
  h: 'hour',
  m: 'minute',
  s: 'second',
};

/** `7 days` of `7d`; undefined where it is none. */
export function durationWords(duration: string): string | undefined {
  const [, number, unit] = /^([0-9]+)([dhms])$/.exec(duration) ?? [];
  return number && counted(Number(number), UNITS[unit]);
}

/** `3 pods`, `1 pod`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** `1.5 cores`. */
export function coresWords(cores: number): string {
  const rounded = Math.round(cores * 100) / 100;
  return counted(rounded, 'core');
}

const SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** `9.5 GiB`. */
export function bytesWords(bytes: number): string {
  let [amount, unit] = [bytes, 0];
  while (amount >= 1024 && unit < SIZES.length - 1) {
    amount /= 1024;
    unit++;
  }
  return `${Math.round(amount * 10) / 10} ${SIZES[unit]}`;
}

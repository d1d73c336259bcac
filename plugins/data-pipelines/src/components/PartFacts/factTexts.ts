import { Texts } from '../../translations';

const UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1_000],
] as const;

/** How long a topic keeps records: `7 d`, `for ever`. */
export function retentionText(milliseconds: number, t: Texts): string {
  if (milliseconds < 0) return t('facts.forEver');
  return t('facts.kept', { time: durationText(milliseconds, t) });
}

/** How far a job is behind what it reads: `48,210 records behind`. */
export function behindText(records: number, t: Texts): string {
  const number = records.toLocaleString('en');
  return t('facts.behind', { count: records, number });
}

/** A span of time in the largest unit that fits: `90 s`, `7 d`. */
export function durationText(milliseconds: number, t: Texts): string {
  const [unit, size] =
    // 90 s rather than 1 min: up to twice a unit, the smaller one says more.
    UNITS.find(([, one]) => milliseconds >= 2 * one) ?? UNITS[3];
  if (milliseconds < 1_000) {
    return t('facts.duration.milliseconds', { number: String(milliseconds) });
  }
  return t(`facts.duration.${unit}`, {
    number: String(Math.round(milliseconds / size)),
  });
}

const SIZES = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** `4.2 GiB` */
export function bytesText(bytes: number): string {
  const step = Math.min(
    SIZES.length - 1,
    Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)),
  );
  const value = bytes / 1024 ** step;
  const digits = step === 0 || value >= 100 ? 0 : 1;
  return `${Number(value.toFixed(digits))} ${SIZES[step]}`;
}

import { ANNOTATION_ACTION } from '../../annotations';
import { SparkMoment } from './SparkMoment';

/** The operator's service of a driver is called `<name>-ui-svc`, 63 characters at most. */
const NAME_LIMIT = 56;

/** What a further run is called; one of a further run gets no second ending. */
export function copyName(
  { name, annotations }: SparkMoment['job']['metadata'],
  { suffix }: Pick<SparkMoment, 'suffix'>,
): string {
  const made = annotations?.[ANNOTATION_ACTION]?.slice(0, suffix.length);
  const stem =
    made && name.endsWith(`-${made}`) ? name.slice(0, -made.length - 1) : name;
  return `${stem
    .slice(0, NAME_LIMIT - suffix.length - 1)
    .replace(/[-.]+$/, '')}-${suffix}`;
}

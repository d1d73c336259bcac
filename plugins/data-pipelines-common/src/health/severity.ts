import { Health } from '../model/health';

/**
 * Every health, worst first.
 *
 * @public
 */
export const HEALTHS = [
  'Degraded',
  'Missing',
  'Unknown',
  'Progressing',
  'Suspended',
  'Healthy',
] as const satisfies readonly Health[];

/**
 * How bad a health is: 0 is the worst.
 *
 * @public
 */
export function severity(health: Health): number {
  return HEALTHS.indexOf(health);
}

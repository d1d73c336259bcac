import { HealthReport } from '../model/health';

/** The report, with when it began where it does not tell itself. */
export function withSince(
  report: HealthReport,
  since: string | undefined,
): HealthReport {
  return { ...report, since: report.since ?? since };
}

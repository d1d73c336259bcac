import { FlinkStats } from '../../resources/flinkStats';
import { FlinkDeployment } from '../../resources/flinkDeployment';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';

/** Three rounds of a poll every 30 s: what is older is no evidence. */
const FRESH = 90;

/**
 * What Flink's REST said, where it says something of the job of now: not when
 * Flink did not answer, long ago, or of the job before.
 */
export function freshStats(
  stats: FlinkStats | undefined,
  status: FlinkDeployment['status'],
  { now }: Pick<Moment, 'now'>,
): FlinkStats | undefined {
  if (!stats || stats.error || Number.isNaN(Date.parse(stats.at))) {
    return undefined;
  }
  const { jobId } = status?.jobStatus ?? {};
  if (jobId && stats.jobId && jobId !== stats.jobId) return undefined;
  return secondsSince(stats.at, now) <= (stats.freshFor ?? FRESH)
    ? stats
    : undefined;
}

import { HealthReport } from '../../model/health';
import { FlinkEnd, FlinkStats } from '../../resources/flinkStats';
import { Moment } from '../assess';
import { byJobState } from '../flink-job/jobState';
import { lastException, remedyOf } from '../flink-job/lastException';
import { secondsSince } from '../secondsSince';
import { stoppedWith } from './stoppedWith';

/** Seconds in which a JobManager that starts has its job again. */
const SOON = 120;

type Ended = FlinkStats & { ended: { state: FlinkEnd; at?: string } };

const REPORTS: Record<
  FlinkEnd,
  (stats: Ended, moment: Moment) => HealthReport
> = {
  FINISHED: stats => {
    const savepoint = stoppedWith(stats);
    return savepoint
      ? {
          health: 'Suspended',
          reason: 'StoppedWithSavepoint',
          message: 'The job was stopped with a savepoint',
          nextStep: `Set startFrom.path in its values to ${savepoint} to have it go on.`,
        }
      : byJobState.FINISHED;
  },
  FAILED: (stats, moment) => {
    const why = lastException([], stats, moment);
    const from = stats.checkpoints?.latestCompleted?.path ?? 'its last one';
    return {
      ...byJobState.FAILED,
      ...(why && { message: `${byJobState.FAILED.message}: ${why}` }),
      nextStep: `${remedyOf(
        why,
      )} Then set startFrom.path in its values to a savepoint or checkpoint, such as ${from}.`,
    };
  },
  CANCELED: () => ({
    health: 'Degraded',
    reason: 'JobCanceled',
    message: 'The job was cancelled by hand',
    nextStep:
      'Set startFrom.path in its values to its last checkpoint or a savepoint to have it go on.',
  }),
  SUSPENDED: () => byJobState.SUSPENDED,
};

/** That Flink answers, and runs no job; undefined where it runs one, or nothing is known. */
export function endedJob(
  stats: FlinkStats | undefined,
  moment: Moment,
): HealthReport | undefined {
  if (!stats) return undefined;
  const { ended, joblessSince } = stats;
  if (ended) {
    return {
      ...REPORTS[ended.state]({ ...stats, ended }, moment),
      since: ended.at,
    };
  }
  if (joblessSince === undefined) return undefined;
  return secondsSince(joblessSince, moment.now) < SOON
    ? {
        health: 'Progressing',
        reason: 'JobStarting',
        message: 'The JobManager runs and has no job yet',
        since: joblessSince,
      }
    : {
        health: 'Degraded',
        reason: 'NoJob',
        message:
          'The JobManager runs and has no job: it ended before, and does not begin again by itself',
        nextStep:
          'Set startFrom.path in its values to its last savepoint or checkpoint to have it go on.',
        since: joblessSince,
      };
}

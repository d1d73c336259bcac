import { HealthReport } from '../../model/health';
import { FlinkStats } from '../../resources/flinkStats';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';
import { checkpointFailure } from './checkpointFailure';

/** Intervals without a checkpoint after which there is a problem. */
const INTERVALS = 3;
/** Checkpoints that failed one after the other. */
const IN_A_ROW = 3;
/** Seconds that a job may take for its first one, and a slow one at least. */
const LEAST = 60;

/** That a job runs and keeps nothing of what it does: Flink's REST alone tells. */
export function checkpointProblem(
  stats: FlinkStats | undefined,
  { now }: Moment,
): HealthReport | undefined {
  const checkpoints = stats?.checkpoints;
  if (!checkpoints) return undefined;
  const { interval, latestCompleted, latestFailed, failedInARow } = checkpoints;
  const began = latestOf(latestCompleted?.at, stats.startedAt);
  const why = latestFailed?.message
    ? `: ${checkpointFailure(latestFailed.message)}`
    : '';
  if (failedInARow >= IN_A_ROW) {
    return {
      health: 'Degraded',
      reason: 'CheckpointsFail',
      message: `The job runs, but its last ${failedInARow} checkpoints failed${why}`,
      nextStep:
        "See whether the job may write to its checkpoint storage (the JobManager's log names the error), and whether its tasks are back-pressured.",
      since: began,
    };
  }
  if (!interval || !began) return undefined;
  const patience = Math.max(
    LEAST,
    (INTERVALS * interval + (latestCompleted?.took ?? 0)) / 1000,
  );
  const waited = secondsSince(began, now);
  if (waited <= patience) return undefined;
  return {
    health: 'Degraded',
    reason: 'NoCheckpoint',
    message: `The job runs, but has made no checkpoint for ${duration(
      waited,
    )}; it should make one every ${duration(interval / 1000)}${why}`,
    nextStep:
      'Look at its checkpoints in Flink: a task may be blocked or back-pressured, or the storage slow.',
    since: began,
  };
}

function latestOf(...times: Array<string | undefined>): string | undefined {
  return times
    .filter((time): time is string => !Number.isNaN(Date.parse(time ?? '')))
    .sort((a, b) => Date.parse(b) - Date.parse(a))
    .at(0);
}

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (seconds < 120) return `${Math.round(seconds)} seconds`;
  return minutes < 120
    ? `${minutes} minutes`
    : `${Math.round(minutes / 60)} hours`;
}

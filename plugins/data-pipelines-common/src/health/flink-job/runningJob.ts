import { HealthReport } from '../../model/health';
import { FlinkDeployment } from '../../resources/flinkDeployment';
import { FlinkStats } from '../../resources/flinkStats';
import { ObjectEvent } from '../../resources/objectEvent';
import { Moment } from '../assess';
import { known } from '../known';
import { checkpointProblem } from './checkpointProblem';
import { freshStats } from './freshStats';
import { jobNotFound } from './jobNotFound';
import { byJobState } from './jobState';
import { lastException, remedyOf } from './lastException';
import { notUnderstood } from './notUnderstood';
import { operatorError, withError } from './operatorError';
import { hasFallen, restartLoop } from './restartLoop';

/**
 * How well the job itself is, once a JobManager answers.
 *
 * @param options.events - about the job's resource, the newest first
 */
export function runningJob(options: {
  status: FlinkDeployment['status'];
  stats: FlinkStats | undefined;
  events: readonly ObjectEvent[];
  moment: Moment;
}): HealthReport {
  const { status, events, moment } = options;
  const { state } = status?.jobStatus ?? {};
  const report = known(byJobState, state);
  if (!report) return notUnderstood(state);
  const stats = freshStats(options.stats, status, moment);
  const error = operatorError(status?.error);
  switch (state) {
    case 'FINISHED':
    case 'SUSPENDED':
    case 'CANCELED':
    case 'CANCELLING':
      return report;
    case 'RECONCILING':
      return jobNotFound(events, error, moment) ?? report;
    case 'RUNNING':
      return (
        restartLoop(events, stats, moment) ??
        checkpointProblem(stats, moment) ??
        report
      );
    case 'FAILED':
      return withError(report, error);
    case 'CREATED':
    case 'INITIALIZING':
    case 'RESTARTING':
    case 'FAILING':
      return notRunning(report, stats, options);
    default:
      return report;
  }
}

/** A job that ran and fell is no job that starts, whatever its state is called. */
function notRunning(
  report: HealthReport,
  stats: FlinkStats | undefined,
  { status, events, moment }: Parameters<typeof runningJob>[0],
): HealthReport {
  const loop = restartLoop(events, stats, moment);
  if (loop) return loop;
  const fallen =
    report.health !== 'Degraded' && hasFallen(events, moment)
      ? byJobState.RESTARTING
      : late(report, status, moment);
  const why = lastException(events, stats, moment);
  return why && fallen.health === 'Degraded'
    ? {
        ...fallen,
        message: `${fallen.message}: ${why}`,
        nextStep: remedyOf(why),
      }
    : fallen;
}

/** Tasks wait for slots, or restore a large state: Flink gives slots five minutes. */
const STARTS = 300;

function late(
  report: HealthReport,
  status: FlinkDeployment['status'],
  { now }: Moment,
): HealthReport {
  const since = Number(status?.jobStatus?.updateTime);
  const waited = since > 0 ? (now.getTime() - since) / 1000 : 0;
  return report.health === 'Degraded' || waited < STARTS
    ? report
    : {
        health: 'Degraded',
        reason: 'JobNotRunning',
        message: `The job was submitted and not all of its tasks run, ${Math.round(
          waited / 60,
        )} minutes later`,
        nextStep:
          'Look at its tasks in Flink: they may wait for slots, or restore a large state.',
      };
}

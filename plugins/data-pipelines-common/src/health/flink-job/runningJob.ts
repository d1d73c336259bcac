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
import { restartLoop } from './restartLoop';

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
    default: {
      const loop = restartLoop(events, stats, moment);
      if (loop) return loop;
      if (report.health !== 'Degraded') return report;
      const why = lastException(events, stats, moment);
      return why
        ? {
            ...report,
            message: `${report.message}: ${why}`,
            nextStep: remedyOf(why),
          }
        : report;
    }
  }
}

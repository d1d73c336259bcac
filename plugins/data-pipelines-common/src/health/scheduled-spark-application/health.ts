import { HealthReport } from '../../model/health';
import { Pod } from '../../resources/pod';
import {
  ScheduledSparkApplication,
  SparkApplication,
} from '../../resources/spark';
import { sparkApplicationHealth } from '../spark-application/health';

/**
 * How well a scheduled Spark job is: its schedule, and how its last run went.
 *
 * @public
 */
export function scheduledSparkApplicationHealth(options: {
  scheduled: ScheduledSparkApplication;
  runs: readonly SparkApplication[];
  pods: readonly Pod[];
}): HealthReport {
  const { scheduled, runs, pods } = options;
  const { metadata, spec, status } = scheduled;
  if (metadata.deletionTimestamp) {
    return {
      health: 'Progressing',
      reason: 'Deleting',
      message: 'The schedule is being deleted',
      since: metadata.deletionTimestamp,
    };
  }
  if (spec.suspend) {
    return {
      health: 'Suspended',
      reason: 'Suspended',
      message: 'The schedule is suspended on request',
    };
  }
  if (status?.scheduleState === 'FailedValidation') {
    return {
      health: 'Degraded',
      reason: 'ScheduleRefused',
      message: `The schedule "${spec.schedule}" is not accepted: ${
        status.reason ?? 'no reason given'
      }`,
      nextStep: 'Correct the schedule in the values.',
    };
  }
  if (!status?.scheduleState) {
    return {
      health: 'Progressing',
      reason: 'NotObserved',
      message: 'The Spark operator has not looked at the schedule yet',
      nextStep:
        'If this lasts, check that the operator runs and watches this namespace.',
      since: metadata.creationTimestamp,
    };
  }
  const last = runs.find(run => run.metadata.name === status.lastRunName);
  if (last) {
    const report = sparkApplicationHealth({ application: last, pods });
    if (report.health !== 'Healthy' || report.reason === 'Running') {
      return { ...report, message: `Last run: ${lowerFirst(report.message)}` };
    }
  }
  return {
    health: 'Healthy',
    reason: last ? 'Completed' : 'Scheduled',
    message: `${last ? 'The last run succeeded' : 'No run yet'}; next run ${
      status.nextRun ? `at ${status.nextRun}` : 'not planned'
    }`,
    since: status.lastRun,
  };
}

function lowerFirst(text: string) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

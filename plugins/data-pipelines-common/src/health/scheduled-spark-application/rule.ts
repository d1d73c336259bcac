import { HealthReport } from '../../model/health';
import {
  ScheduledSparkApplication,
  SparkApplication,
} from '../../resources/spark';
import { Moment } from '../assess';
import { deleting } from '../deleting';
import { lowerFirst } from '../lowerFirst';
import { notObserved, stateNotKnown } from '../notObserved';
import { secondsSince } from '../secondsSince';
import { sparkApplicationRule } from '../spark-application/rule';

/** Seconds that a run may be late before it counts as missed. */
const LATE = 120;

/**
 * How well a ScheduledSparkApplication (Kubeflow) is: its schedule, whether
 * runs begin when they should, and how the last one went. A run that merely
 * starts or works leaves the schedule healthy.
 *
 * @public
 */
export function scheduledSparkApplicationRule(
  scheduled: ScheduledSparkApplication,
  moment: Moment,
): HealthReport {
  const { metadata, spec, status } = scheduled;
  if (metadata.deletionTimestamp) return deleting('schedule', metadata);
  if (spec.suspend) {
    return {
      health: 'Suspended',
      reason: 'Suspended',
      message: 'The schedule is suspended on request',
      nextStep:
        'Resume it in the portal, or set suspend to false in the values where they say true.',
    };
  }
  switch (status?.scheduleState ?? '') {
    case '':
      return notObserved('schedule', metadata, moment);
    case 'FailedValidation':
      return {
        health: 'Degraded',
        reason: 'ScheduleRefused',
        message: `The schedule "${spec.schedule ?? ''}" is not accepted: ${
          status?.reason ?? 'no reason given'
        }`,
        nextStep: 'Correct the schedule in the values.',
        since: metadata.creationTimestamp,
      };
    case 'Scheduled':
      return runs(scheduled, moment);
    default:
      return stateNotKnown(status?.scheduleState);
  }
}

function runs(
  scheduled: ScheduledSparkApplication,
  moment: Moment,
): HealthReport {
  const { metadata, spec, status } = scheduled;
  const name = status?.lastRunName;
  const since = status?.lastRun ?? metadata.creationTimestamp;
  const run = name
    ? moment.source.get(
        'sparkapplications.sparkoperator.k8s.io',
        metadata.namespace,
        name,
      )
    : undefined;
  const report = run && sparkApplicationRule(run, moment);
  if (report && !['Healthy', 'Progressing'].includes(report.health)) {
    return { ...report, message: `Last run: ${lowerFirst(report.message)}` };
  }
  const working = run !== undefined && !ended(run);
  if (secondsSince(status?.nextRun, moment.now) > LATE) {
    return working && spec.concurrencyPolicy === 'Forbid'
      ? {
          health: 'Healthy',
          reason: 'RunOverlaps',
          message: 'A run still works; the next one waits for its end',
          nextStep:
            'If this happens often, run it less often or make it faster.',
          since,
        }
      : {
          health: 'Degraded',
          reason: 'RunMissed',
          message: 'The planned run has not started',
          nextStep: 'Check that the Spark operator runs, and its log.',
          since: status?.nextRun,
        };
  }
  const next = status?.nextRun ? '' : '; no next run is planned';
  if (report && working) {
    return {
      health: 'Healthy',
      reason: 'RunActive',
      message: `A run is under way: ${lowerFirst(report.message)}`,
      since,
    };
  }
  if (!run && name && status?.pastFailedRunNames?.includes(name)) {
    return {
      health: 'Degraded',
      reason: 'LastRunFailed',
      message: `The last run failed${next}`,
      nextStep: 'The run is deleted: its log is where your cluster keeps logs.',
      since,
    };
  }
  return { ...done(scheduled, run !== undefined, next), since };
}

function done(
  { status }: ScheduledSparkApplication,
  known: boolean,
  next: string,
): HealthReport {
  const name = status?.lastRunName;
  if (!name) {
    return {
      health: 'Healthy',
      reason: 'Scheduled',
      message: `No run yet${next}`,
    };
  }
  return known || status?.pastSuccessfulRunNames?.includes(name)
    ? {
        health: 'Healthy',
        reason: 'Completed',
        message: `The last run succeeded${next}`,
      }
    : {
        health: 'Healthy',
        reason: 'LastRunGone',
        message: `The last run is deleted, and nothing tells how it ended${next}`,
      };
}

function ended({ status }: SparkApplication): boolean {
  return ['COMPLETED', 'FAILED'].includes(
    status?.applicationState?.state ?? '',
  );
}

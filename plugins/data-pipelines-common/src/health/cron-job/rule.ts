import { HealthReport } from '../../model/health';
import { eventTime } from '../../resources/objectEvent';
import { CronJob } from '../../resources/workloads';
import { Moment } from '../assess';
import { batchJobRule } from '../batch-job/rule';
import { deleting } from '../deleting';
import { lowerFirst } from '../lowerFirst';
import { secondsSince } from '../secondsSince';
import { lastRunOf } from './lastRun';

/** Events by which Kubernetes says that it cannot keep a schedule. */
const TROUBLE: Readonly<Record<string, HealthReport>> = {
  UnparseableSchedule: refused(),
  InvalidSchedule: refused(),
  UnknownTimeZone: {
    health: 'Degraded',
    reason: 'ScheduleRefused',
    message: 'The time zone of the schedule is not known to Kubernetes',
    nextStep: 'Correct timeZone in the values.',
  },
  TooManyMissedTimes: {
    health: 'Degraded',
    reason: 'RunMissed',
    message:
      'More than 100 runs were missed, so Kubernetes gave the schedule up',
    nextStep: 'Suspend the schedule and let it run again.',
  },
  FailedCreate: {
    health: 'Degraded',
    reason: 'RunRefused',
    message: 'Kubernetes could not create the run',
    nextStep: 'Look at the events of the CronJob: a quota may be used up.',
  },
};
/** Seconds for which such an event counts. */
const RECENT = 600;

/**
 * How well a schedule is that a CronJob of ours keeps, and how its last run
 * went. A run that merely starts or works leaves the schedule healthy.
 *
 * @public
 */
export function cronJobRule(cronJob: CronJob, moment: Moment): HealthReport {
  const { metadata, spec, status } = cronJob;
  if (metadata.deletionTimestamp) return deleting('schedule', metadata);
  if (spec.suspend) {
    return {
      health: 'Suspended',
      reason: 'Suspended',
      message: 'The schedule is suspended on request',
      nextStep: 'Set suspend to false in the values to let it run again.',
    };
  }
  const trouble = recentTrouble(cronJob, moment);
  if (trouble) return trouble;
  const since = status?.lastScheduleTime ?? metadata.creationTimestamp;
  const run = lastRunOf(cronJob, moment.source);
  const report = run && batchJobRule(run, moment);
  if (report && !['Healthy', 'Progressing'].includes(report.health)) {
    return { ...report, message: `Last run: ${lowerFirst(report.message)}` };
  }
  if (report && report.reason !== 'Completed') {
    return {
      health: 'Healthy',
      reason: 'RunActive',
      message: `A run is under way: ${lowerFirst(report.message)}`,
      since,
    };
  }
  return { ...ended(cronJob, report !== undefined), since };
}

function ended({ status }: CronJob, succeeded: boolean): HealthReport {
  const { lastScheduleTime: started, lastSuccessfulTime } = status ?? {};
  if (!started) {
    return { health: 'Healthy', reason: 'Scheduled', message: 'No run yet' };
  }
  if (succeeded || (lastSuccessfulTime && lastSuccessfulTime >= started)) {
    return {
      health: 'Healthy',
      reason: 'Completed',
      message: `The last run, of ${started}, succeeded`,
    };
  }
  return {
    health: 'Healthy',
    reason: 'LastRunGone',
    message: `The last run, of ${started}, is deleted, and nothing tells how it ended`,
  };
}

function recentTrouble(
  { metadata, spec }: CronJob,
  { source, now }: Moment,
): HealthReport | undefined {
  const [latest] = source
    .eventsAbout('CronJob', metadata.namespace, metadata.name)
    .filter(event => secondsSince(eventTime(event), now) < RECENT)
    .filter(({ reason }) => reason !== undefined && reason in TROUBLE)
    .sort((a, b) => (eventTime(b) ?? '').localeCompare(eventTime(a) ?? ''));
  if (!latest) return undefined;
  const report = TROUBLE[latest.reason!];
  const about =
    report.reason === 'ScheduleRefused' ? ` (${spec.schedule})` : '';
  return {
    ...report,
    message: `${report.message}${about}`,
    since: latest.firstTimestamp ?? eventTime(latest),
  };
}

function refused(): HealthReport {
  return {
    health: 'Degraded',
    reason: 'ScheduleRefused',
    message: 'Kubernetes cannot read the schedule',
    nextStep: 'Correct the schedule in the values.',
  };
}

import { HealthReport } from '../../model/health';
import { FlinkStats } from '../../resources/flinkStats';
import { ObjectEvent } from '../../resources/objectEvent';
import { Moment } from '../assess';
import { eventAge, firstTime } from '../witness/events';
import { eventTime } from '../../resources/objectEvent';
import { secondsSince } from '../secondsSince';
import { failsCheckpoints } from './checkpointFailure';
import { lastException, remedyOf } from './lastException';

/** Seconds of running well after which a job has got over its failures. */
const FORGIVEN = 120;
/** Seconds in which failures are counted. */
const WINDOW = 300;
/** Times that a job fails within them before it is a loop. */
const LOOP = 2;
/** Restarts by Flink itself, which it tells of all that ever were. */
const RESTARTS = 3;

/**
 * That a job fails again and again, though it may run at this very moment. The
 * operator looks every 15 s only, so two falls seen are many that were not.
 *
 * @param events - about the job's resource, the newest first
 */
export function restartLoop(
  events: readonly ObjectEvent[],
  stats: FlinkStats | undefined,
  moment: Moment,
): HealthReport | undefined {
  const recent = sinceSubmit(events).filter(
    event => eventAge(event, moment) < FORGIVEN,
  );
  const falls = countOf(recent, isFall);
  const exceptions = countOf(recent, ({ reason }) => reason === 'JobException');
  const restarts = isRecent(stats?.exception?.at, moment)
    ? stats?.restarts ?? 0
    : 0;
  const why = lastException(recent, stats, moment);
  const hopeless = restarts + exceptions > 0 && failsCheckpoints(why);
  if (falls < LOOP && exceptions <= LOOP && restarts < RESTARTS && !hopeless) {
    return undefined;
  }
  return {
    health: 'Degraded',
    reason: 'RestartLoop',
    message: `The job fails and restarts again and again${
      why ? `: ${why}` : ''
    }`,
    nextStep: remedyOf(why),
    since: firstFall(recent) ?? stats?.exception?.at,
  };
}

/** What was before the job was submitted anew is another story. */
function sinceSubmit(events: readonly ObjectEvent[]): readonly ObjectEvent[] {
  const submit = events.findIndex(({ reason }) => reason === 'Submit');
  return submit < 0 ? events : events.slice(0, submit);
}

/** True where the job ran and fell, by itself, and does not run again yet. */
export function hasFallen(
  events: readonly ObjectEvent[],
  moment: Moment,
): boolean {
  const change = sinceSubmit(events).find(
    ({ reason, message }) =>
      reason === 'JobStatusChanged' && /(from|to) RUNNING/.test(message ?? ''),
  );
  return (
    change !== undefined && isFall(change) && eventAge(change, moment) < WINDOW
  );
}

function isFall({ reason, message }: ObjectEvent): boolean {
  return (
    reason === 'JobStatusChanged' &&
    /(?:from RUNNING to (?:RESTARTING|FAILING|FAILED|CREATED|INITIALIZING|RECONCILING)|to RESTARTING|to FAILING)$/.test(
      message ?? '',
    )
  );
}

/** An event that repeats is one with a count: of how many, at which rate. */
function countOf(
  events: readonly ObjectEvent[],
  which: (event: ObjectEvent) => boolean,
): number {
  return events
    .filter(which)
    .map(event => {
      const count = event.count ?? 1;
      const first = Date.parse(firstTime(event) ?? '');
      const lasted = (Date.parse(eventTime(event) ?? '') - first) / 1000;
      return lasted > WINDOW
        ? Math.max(1, Math.round((count * WINDOW) / lasted))
        : count;
    })
    .reduce((sum, count) => sum + count, 0);
}

function firstFall(recent: readonly ObjectEvent[]): string | undefined {
  return recent
    .filter(event => isFall(event) || event.reason === 'JobException')
    .map(event => firstTime(event) ?? eventTime(event))
    .filter((time): time is string => time !== undefined)
    .sort()
    .at(0);
}

function isRecent(time: string | undefined, { now }: Moment): boolean {
  return time !== undefined && secondsSince(time, now) < FORGIVEN;
}

import { HealthReport } from '../../model/health';
import { FlinkStats } from '../../resources/flinkStats';
import { ObjectEvent } from '../../resources/objectEvent';
import { Moment } from '../assess';
import { eventAge, firstTime } from '../witness/events';
import { eventTime } from '../../resources/objectEvent';
import { secondsSince } from '../secondsSince';
import { lastException, remedyOf } from './lastException';

/** Seconds of running well after which a job has got over its failures. */
const FORGIVEN = 120;
/** Times that a job fails before it is a loop. */
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
  const falls = countOf(recent, isFall, moment);
  const exceptions = countOf(
    recent,
    ({ reason }) => reason === 'JobException',
    moment,
  );
  const restarts = isRecent(stats?.exception?.at, moment)
    ? stats?.restarts ?? 0
    : 0;
  if (falls < LOOP && exceptions <= LOOP && restarts < RESTARTS) {
    return undefined;
  }
  const why = lastException(recent, stats, moment);
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
  const submit = events.findIndex(({ reason }) =>
    /^(Submit|SpecChanged)$/.test(reason ?? ''),
  );
  return submit < 0 ? events : events.slice(0, submit);
}

function isFall({ reason, message }: ObjectEvent): boolean {
  return (
    reason === 'JobStatusChanged' &&
    /(?:from RUNNING to (?:RESTARTING|FAILING|FAILED|CREATED|INITIALIZING|RECONCILING)|to RESTARTING|to FAILING)$/.test(
      message ?? '',
    )
  );
}

/** An event that repeats is one with a count, which may be of long ago. */
function countOf(
  events: readonly ObjectEvent[],
  which: (event: ObjectEvent) => boolean,
  { now }: Moment,
): number {
  return events
    .filter(which)
    .map(event =>
      secondsSince(firstTime(event), now) < 5 * FORGIVEN ? event.count ?? 1 : 1,
    )
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

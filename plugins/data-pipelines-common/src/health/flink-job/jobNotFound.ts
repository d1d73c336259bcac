import { HealthReport } from '../../model/health';
import { ObjectEvent } from '../../resources/objectEvent';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';
import { eventAge, firstTime } from '../witness/events';
import { OperatorError } from './operatorError';

/** Seconds in which a JobManager that started again may still bring the job. */
const MAY_COME = 12;
/** Three rounds of the operator, which says it again in each. */
const REPEATED = 50;

/**
 * That Flink answers and does not know the job: it did not start, and nothing
 * in the resource tells (recorded: a savepoint that does not exist).
 *
 * @param events - about the job's resource, the newest first
 */
export function jobNotFound(
  events: readonly ObjectEvent[],
  error: OperatorError | undefined,
  moment: Moment,
): HealthReport | undefined {
  const missing = events.find(
    event =>
      event.reason === 'Missing' &&
      /job not found/i.test(event.message ?? '') &&
      eventAge(event, moment) < REPEATED,
  );
  const since = missing && firstTime(missing);
  const said = /^job not found$/i.test(error?.message ?? '');
  if (!missing && !said) return undefined;
  if (missing && secondsSince(since, moment.now) < MAY_COME) return undefined;
  return {
    health: 'Degraded',
    reason: 'JobNotFound',
    message: 'Flink runs, but the job did not start in it',
    nextStep:
      'Read the log of the JobManager, that of its last restart, too: the savepoint may not exist or not fit, or the program ended early.',
    since,
  };
}

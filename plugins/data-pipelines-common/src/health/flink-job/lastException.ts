import { FlinkStats } from '../../resources/flinkStats';
import { ObjectEvent } from '../../resources/objectEvent';
import { Moment } from '../assess';
import { eventAge } from '../witness/events';
import { plainMessage } from '../witness/plainMessage';
import { failingCheckpoints } from './checkpointFailure';

/** Seconds in which an exception still explains what is seen. */
const EXPLAINS = 300;

/**
 * Why the job failed last: from the operator's events of Flink's exceptions,
 * else from Flink's REST.
 */
export function lastException(
  events: readonly ObjectEvent[],
  stats: FlinkStats | undefined,
  moment: Moment,
): string | undefined {
  const event = events.find(
    one => one.reason === 'JobException' && eventAge(one, moment) < EXPLAINS,
  );
  const text = rootCause(event?.message) ?? stats?.exception?.message;
  return text === undefined
    ? undefined
    : failingCheckpoints(text) ?? plainMessage(text);
}

/** Flink wraps what happened: the last cause that the event still holds. */
function rootCause(stack: string | undefined): string | undefined {
  const causes = stack?.split('\n').filter(line => /^Caused by: /.test(line));
  return causes?.at(-1) ?? stack;
}

/** What to do about a job that fails by itself. */
export function remedyOf(exception: string | undefined): string {
  if (
    /OOMKilled|exitCode=137|OutOfMemoryError|Java heap space/.test(
      exception ?? '',
    )
  ) {
    return 'Give the TaskManagers more memory in the values, then upgrade the release.';
  }
  if (/checkpoint/i.test(exception ?? '')) {
    return 'See whether the job may write to its checkpoint storage.';
  }
  return "Look into the job's exceptions and the TaskManagers' logs.";
}

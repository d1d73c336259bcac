import {
  hasEnded,
  LiveSparkApplication,
  LiveSparkJob,
} from '../spark/LiveSparkJob';
import { waitedFor } from '../waiting';
import { Standing, STILL_STOPPING, TO_BE_TOLD } from './Standing';

export function sparkToStop(job: LiveSparkJob): Standing {
  if (job.kind === 'ScheduledSparkApplication') {
    return job.spec.suspend
      ? { is: 'as-wanted', sentence: 'Its schedule is suspended already.' }
      : TO_BE_TOLD;
  }
  if (hasEnded(job)) return { is: 'as-wanted', sentence: 'It has ended.' };
  if (!job.spec.suspend) return TO_BE_TOLD;
  return stateOf(job) === 'SUSPENDED'
    ? { is: 'as-wanted', sentence: 'It is suspended already.' }
    : {
        is: 'told',
        until: 'application-suspended',
        minutes: 10,
        sentence: 'It is told to stop already; the next one waits for it.',
      };
}

export function sparkToStart(job: LiveSparkJob): Standing {
  if (job.kind === 'ScheduledSparkApplication') {
    return job.spec.suspend
      ? TO_BE_TOLD
      : { is: 'as-wanted', sentence: 'Its schedule starts runs already.' };
  }
  if (hasEnded(job)) {
    return {
      is: 'as-wanted',
      sentence: 'It has ended; a start does not run it again.',
    };
  }
  if (job.spec.suspend) {
    return ['', 'SUSPENDED'].includes(stateOf(job))
      ? TO_BE_TOLD
      : STILL_STOPPING;
  }
  return waitedFor('application-running', job).state === 'reached'
    ? { is: 'as-wanted', sentence: 'It runs already.' }
    : {
        is: 'told',
        until: 'application-running',
        minutes: 15,
        sentence: 'It is told to run already; the next one waits for it.',
      };
}

/** Empty while the operator has not seen it. */
function stateOf({ status }: LiveSparkApplication): string {
  return status?.applicationState?.state ?? '';
}

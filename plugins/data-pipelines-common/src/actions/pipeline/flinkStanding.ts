import { isRunning, isSuspended, LiveFlinkJob } from '../flink/LiveFlinkJob';
import { waitedFor } from '../waiting';
import { Standing, STILL_STOPPING, TO_BE_TOLD } from './Standing';

export function flinkToStop(job: LiveFlinkJob): Standing {
  if (isSuspended(job)) {
    return hasStopped(job)
      ? { is: 'as-wanted', sentence: 'It is suspended already.' }
      : {
          is: 'told',
          until: 'job-suspended',
          minutes: 30,
          sentence: 'It is told to stop already; the next one waits for it.',
        };
  }
  return hasFinished(job)
    ? { is: 'as-wanted', sentence: 'It has finished.' }
    : TO_BE_TOLD;
}

export function flinkToStart(job: LiveFlinkJob): Standing {
  if (isSuspended(job)) return hasStopped(job) ? TO_BE_TOLD : STILL_STOPPING;
  if (hasFinished(job)) {
    return {
      is: 'as-wanted',
      sentence: 'It has finished; a start does not run it again.',
    };
  }
  const { state } = waitedFor('job-running', job);
  if (state === 'failed') {
    return {
      is: 'refused',
      sentence: 'It is told to run, and the operator gave up.',
      remedy: 'Restart or restore it on its own page first.',
    };
  }
  return state === 'reached' || wasRolledBack(job)
    ? { is: 'as-wanted', sentence: 'It runs already.' }
    : {
        is: 'told',
        until: 'job-running',
        minutes: 15,
        sentence: 'It is told to run already; the next one waits for it.',
      };
}

/** CREATED and no status: the operator (1.15.0) has not started it yet. */
function hasStopped(job: LiveFlinkJob): boolean {
  return (
    waitedFor('job-suspended', job).state === 'reached' ||
    [undefined, 'CREATED'].includes(job.status?.lifecycleState)
  );
}

/** By itself: one that is suspended has the state FINISHED, too. */
function hasFinished({ metadata, status }: LiveFlinkJob): boolean {
  return (
    status?.jobStatus?.state === 'FINISHED' &&
    status.lifecycleState !== 'SUSPENDED' &&
    (status.observedGeneration ?? 0) >= (metadata.generation ?? 0)
  );
}

/** It runs as its last stable spec has it, and never becomes STABLE. */
function wasRolledBack(job: LiveFlinkJob): boolean {
  return isRunning(job) && job.status?.lifecycleState === 'ROLLED_BACK';
}

import { setting } from '../../lint/compare/flinkSpec';
import { isCheckpointFolder } from '../../resources/checkpointFolder';
import { upgradePathOf } from '../../resources/lastState';
import { StartingState } from '../plan';
import {
  isRunning,
  isSuspended,
  JobAsIs,
  stoppedModeOf,
  upgradeModeOf,
} from './LiveFlinkJob';

const FALLBACK = 'kubernetes.operator.job.upgrade.last-state-fallback.enabled';

/**
 * What the job takes up when it starts next: after a restart, an upgrade or,
 * where it is suspended, when it goes on. Rules of the operator's
 * documentation (job management) and its AbstractJobReconciler, 1.15.0.
 *
 * @public
 */
export function nextStart(job: JobAsIs): StartingState {
  if (isSuspended(job)) return whereItStopped(job);
  const mode = upgradeModeOf(job);
  switch (mode) {
    case 'stateless':
      return {
        kind: 'nothing',
        sentence:
          'Nothing: its upgrade mode is stateless, so each start is an empty one.',
      };
    case 'last-state':
      return {
        kind: 'checkpoint',
        sentence: 'Its last checkpoint: its upgrade mode is last-state.',
      };
    case 'savepoint':
      return afterSavepoint(job);
    default:
      mode satisfies never;
      return {
        kind: 'unknown',
        sentence: `Not known: its upgrade mode is ${mode}.`,
      };
  }
}

function whereItStopped(job: JobAsIs): StartingState {
  if (upgradeModeOf(job) === 'stateless') {
    return {
      kind: 'nothing',
      sentence:
        'Nothing: its upgrade mode is stateless, so it forgets what it knew when it stopped.',
    };
  }
  const mode = stoppedModeOf(job);
  if (mode === 'stateless') {
    return {
      kind: 'nothing',
      sentence:
        'Nothing: its upgrade mode was stateless when it stopped, so nothing was kept.',
    };
  }
  if (mode === 'last-state') return lastCheckpoint();
  const path = upgradePathOf(job);
  if (path) {
    return {
      kind: isCheckpointFolder(path) ? 'checkpoint' : 'savepoint',
      path,
      sentence: isCheckpointFolder(path)
        ? 'The checkpoint that it stopped with.'
        : 'The savepoint that it stopped with.',
    };
  }
  return upgradeModeOf(job) === 'last-state' && mode === undefined
    ? lastCheckpoint()
    : {
        kind: 'unknown',
        sentence:
          'Not known: its status names no savepoint that it stopped with.',
      };
}

/** Whatever path the status still names from before. */
function lastCheckpoint(): StartingState {
  return {
    kind: 'checkpoint',
    sentence:
      'Its last checkpoint, which the records of high availability name.',
  };
}

function afterSavepoint(job: JobAsIs): StartingState {
  if (isRunning(job)) {
    return {
      kind: 'savepoint',
      sentence: 'A savepoint that the operator takes first.',
    };
  }
  return fallsBack(job)
    ? {
        kind: 'checkpoint',
        sentence:
          'Its last checkpoint: it does not run, so the operator cannot take a savepoint.',
      }
    : {
        kind: 'unknown',
        sentence: `The operator waits until the job runs, because ${FALLBACK} is false.`,
      };
}

function fallsBack({ spec }: JobAsIs): boolean {
  return setting(spec, FALLBACK) !== 'false';
}

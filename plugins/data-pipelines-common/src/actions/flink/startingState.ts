import { setting } from '../../lint/compare/flinkSpec';
import { isCheckpointFolder } from '../../resources/checkpointFolder';
import { LAST_STATE, upgradePathOf } from '../../resources/lastState';
import { StartingState } from '../plan';
import {
  isOver,
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
      if (isOver(job)) return whereItEnded(job);
      return {
        kind: 'checkpoint',
        sentence: 'Its last checkpoint: its upgrade mode is last-state.',
      };
    case 'savepoint':
      return isOver(job) ? whereItEnded(job) : afterSavepoint(job);
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
  if (mode === undefined && !upgradePathOf(job)) {
    return upgradeModeOf(job) === 'last-state'
      ? lastCheckpoint()
      : {
          kind: 'unknown',
          sentence:
            'Not known: its status names no savepoint that it stopped with.',
        };
  }
  return named(job, 'it stopped with');
}

/**
 * The operator has asked Flink for the last checkpoint when it saw the end, and
 * starts from that whatever the upgrade mode is; without one, from what the job
 * itself began with.
 */
function whereItEnded(job: JobAsIs): StartingState {
  return named(job, 'it had when it ended');
}

/** What the operator has written down of a job that does not run. */
function named({ status }: JobAsIs, which: string): StartingState {
  const { upgradeSavepointPath, savepointInfo } = status?.jobStatus ?? {};
  const path = upgradeSavepointPath || savepointInfo?.lastSavepoint?.location;
  if (!path) {
    return {
      kind: 'nothing',
      sentence: 'Nothing: it had made no checkpoint when it ended.',
    };
  }
  if (path === LAST_STATE) {
    return {
      kind: 'unknown',
      sentence:
        'Not known: the operator knows no checkpoint of it, and starts it only from a savepoint that it is restored from.',
    };
  }
  const kind = isCheckpointFolder(path) ? 'checkpoint' : 'savepoint';
  return { kind, path, sentence: `The ${kind} that ${which}.` };
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

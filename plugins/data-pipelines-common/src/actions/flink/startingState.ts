import { setting } from '../../lint/compare/flinkSpec';
import { StartingState } from '../plan';
import { isRunning, isSuspended, JobAsIs, upgradeModeOf } from './LiveFlinkJob';

const FALLBACK = 'kubernetes.operator.job.upgrade.last-state-fallback.enabled';

const CHECKPOINT_FOLDER = /\/chk-\d+\/?$/;

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
  const path = job.status?.jobStatus?.upgradeSavepointPath;
  if (upgradeModeOf(job) === 'stateless') {
    return {
      kind: 'nothing',
      sentence:
        'Nothing: its upgrade mode is stateless, so it forgets what it knew when it stopped.',
    };
  }
  if (path) {
    return {
      kind: CHECKPOINT_FOLDER.test(path) ? 'checkpoint' : 'savepoint',
      path,
      sentence: CHECKPOINT_FOLDER.test(path)
        ? 'The checkpoint that it stopped with.'
        : 'The savepoint that it stopped with.',
    };
  }
  return upgradeModeOf(job) === 'last-state'
    ? {
        kind: 'checkpoint',
        sentence:
          'Its last checkpoint, which the records of high availability name.',
      }
    : {
        kind: 'unknown',
        sentence:
          'Not known: its status names no savepoint that it stopped with.',
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

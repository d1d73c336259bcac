import { ActionPlan, ActionTrap, refusedPlan } from '../plan';
import { FlinkMoment } from './FlinkMoment';
import { isRunning, isSuspended, upgradeModeOf } from './LiveFlinkJob';
import { patchOf, targetOf } from '../target';

/** Stops the job and keeps its state. */
export function planSuspend(moment: FlinkMoment): ActionPlan {
  const { job } = moment;
  const target = targetOf(moment);
  if (isSuspended(job)) {
    return refusedPlan(target, 'It is suspended already.', 'Resume it.');
  }
  if (job.status?.jobStatus?.state === 'FINISHED') {
    return refusedPlan(
      target,
      'It has finished; there is nothing to suspend.',
      'Restart it to run it again.',
    );
  }
  const mode = upgradeModeOf(job);
  if (mode === 'stateless') {
    return refusedPlan(
      target,
      'Its upgrade mode is stateless: when it stops, its state is lost.',
      'Set upgrade: savepoint in the values first.',
    );
  }
  const withSavepoint = mode === 'savepoint' && isRunning(job);
  return {
    target,
    effects: [
      withSavepoint
        ? 'The operator takes a savepoint and stops the job with it.'
        : 'The operator stops the job; its last checkpoint and the records of high availability stay.',
      'Its pods go; nothing is read or written until it is resumed.',
    ],
    steps: [
      patchOf(moment, { spec: { job: { state: 'suspended' } } }),
      { do: 'wait', target, until: 'job-suspended', minutes: 30 },
    ],
    cannotUndo: [],
    traps: mode === 'savepoint' && !withSavepoint ? [checkpointInstead()] : [],
  };
}

/** The operator falls back without a word where it cannot take a savepoint. */
export function checkpointInstead(): ActionTrap {
  return {
    id: 'checkpoint-instead',
    weight: 'acknowledge',
    sentence:
      'It does not run now, so no savepoint is taken: it goes on from its last checkpoint, and what it did since then is done again.',
    remedy: 'Wait until it runs.',
  };
}

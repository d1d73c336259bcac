import { ActionPlan, refusedPlan } from '../plan';
import { FlinkMoment } from './FlinkMoment';
import {
  isOver,
  isRunning,
  isSuspended,
  JobAsIs,
  upgradeModeOf,
} from './LiveFlinkJob';
import { nextStart } from './startingState';
import { startTraps } from './startTraps';
import { checkpointInstead } from './suspend';
import { patchOf, targetOf } from '../target';

/** Stops the job and starts it again, as an upgrade without a change would. */
export function planRestart(moment: FlinkMoment): ActionPlan {
  const { job } = moment;
  const target = targetOf(moment);
  if (isSuspended(job)) {
    return refusedPlan(target, 'It is suspended.', 'Resume it.');
  }
  return {
    target,
    effects: effectsOf(job),
    startsFrom: nextStart(job),
    steps: [
      patchOf(moment, {
        spec: { restartNonce: (job.spec.restartNonce ?? 0) + 1 },
      }),
      { do: 'wait', target, until: 'job-running', minutes: 15 },
    ],
    cannotUndo: [],
    traps: [
      ...(fallsBack(job) ? [checkpointInstead(job)] : []),
      ...startTraps(moment),
    ],
  };
}

function effectsOf(job: JobAsIs): string[] {
  if (isOver(job)) return ['The operator starts the job again.'];
  return [
    upgradeModeOf(job) === 'savepoint' && isRunning(job)
      ? 'The operator takes a savepoint and stops the job with it.'
      : 'The operator stops the job.',
    'It starts the job again; nothing is processed meanwhile.',
  ];
}

/** A job that forgets has no checkpoint to go on from either. */
function fallsBack(job: JobAsIs): boolean {
  return (
    upgradeModeOf(job) === 'savepoint' &&
    !isRunning(job) &&
    nextStart(job).kind !== 'nothing'
  );
}

import { ActionPlan, refusedPlan } from '../plan';
import { FlinkMoment } from './FlinkMoment';
import { isSuspended } from './LiveFlinkJob';
import { nextStart } from './startingState';
import { startTraps } from './startTraps';
import { patchOf, targetOf } from '../target';

/** Lets a suspended job go on from where it stopped. */
export function planResume(moment: FlinkMoment): ActionPlan {
  const { job } = moment;
  const target = targetOf(moment);
  if (!isSuspended(job)) {
    return refusedPlan(
      target,
      'It is not suspended.',
      'Restart it where it should start anew.',
    );
  }
  return {
    target,
    effects: ['The operator starts the job.'],
    startsFrom: nextStart(job),
    steps: [
      patchOf(moment, { spec: { job: { state: 'running' } } }),
      { do: 'wait', target, until: 'job-running', minutes: 15 },
    ],
    cannotUndo: [],
    traps: startTraps(moment),
  };
}

import { ActionPlan, refusedPlan } from '../plan';
import { ActionStep } from '../step';
import { FlinkMoment } from './FlinkMoment';
import { isRunning, isSuspended, LiveFlinkJob } from './LiveFlinkJob';
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
  const steps: ActionStep[] = [
    patchOf(moment, { spec: { job: { state: 'running' } } }),
    { do: 'wait', target, until: 'job-running', minutes: 15 },
  ];
  if (stillRuns(job)) {
    return {
      target,
      effects: [
        'The job has not stopped yet: it runs on as it is, or starts again with what it stops with, where the operator stops it meanwhile.',
      ],
      steps,
      cannotUndo: [],
      traps: [],
    };
  }
  return {
    target,
    effects: ['The operator starts the job.'],
    startsFrom: nextStart(job),
    steps,
    cannotUndo: [],
    traps: startTraps(moment),
  };
}

/** The operator stops nothing whose savepoint it cannot take. */
function stillRuns(job: LiveFlinkJob): boolean {
  return isRunning(job) && job.status?.lifecycleState !== 'SUSPENDED';
}

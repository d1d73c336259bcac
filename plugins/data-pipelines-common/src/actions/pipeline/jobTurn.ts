import { isRunning, upgradeModeOf } from '../flink/LiveFlinkJob';
import { JobMoment } from '../JobAction';
import { ActionPlan } from '../plan';
import { planJobAction, valuesOfAction } from '../planJobAction';
import { targetOf } from '../target';
import { FlowJob, JobTurn, PipelineActionName } from './PipelineAction';
import { standingOf } from './standingOf';

/** What a pipeline's action is for each of its jobs. */
const OF_JOB = { stop: 'suspend', start: 'resume' } as const;

/** How long a job that restarts is given to run again, so that it takes its savepoint. */
const PATIENCE_MINUTES = 5;

/** What is done with a job when it is its turn: its own plan, where it has to be told. */
export function jobTurn(
  action: PipelineActionName,
  { name: job, now }: FlowJob,
): JobTurn {
  if (!('engine' in now)) return { job, refusal: now, values: [] };
  const standing = standingOf(action, now);
  switch (standing.is) {
    case 'as-wanted':
      return { job, already: standing.sentence, values: [] };
    case 'refused': {
      const { sentence, remedy } = standing;
      return { job, refusal: { sentence, remedy }, values: [] };
    }
    case 'told': {
      const { sentence, until, minutes } = standing;
      const target = targetOf(now);
      return {
        job,
        plan: {
          target,
          effects: [sentence],
          steps: [{ do: 'wait', target, until, minutes }],
          cannotUndo: [],
          traps: [],
        },
        values: [],
      };
    }
    default: {
      const asked = { action: OF_JOB[action] };
      const plan = planJobAction(asked, now);
      return {
        job,
        plan: action === 'stop' ? onlyWithItsSavepoint(plan, now) : plan,
        ...(plan.refusal && { refusal: plan.refusal }),
        values: valuesOfAction(asked, job, now),
      };
    }
  }
}

/**
 * Its turn may come much later, and the operator takes the last checkpoint of a
 * job that does not run then, without a word: nobody has agreed to that.
 */
function onlyWithItsSavepoint(plan: ActionPlan, moment: JobMoment): ActionPlan {
  const takesOne =
    moment.engine === 'flink' &&
    upgradeModeOf(moment.job) === 'savepoint' &&
    isRunning(moment.job);
  if (!takesOne || plan.steps.length === 0) return plan;
  const { target } = plan;
  return {
    ...plan,
    steps: [
      {
        do: 'wait',
        target,
        until: 'savepoint-possible',
        minutes: PATIENCE_MINUTES,
      },
      ...plan.steps,
    ],
  };
}

import { Suspend } from '../flink/FlinkAction';
import { drains } from '../flink/drain';
import { ActionPlan, refusedPlan } from '../plan';
import { targetOf } from '../target';
import { notRunning } from './notRunning';
import { flinkSteps } from './savepoint';
import { StandaloneMoment } from './StandaloneMoment';

/** Has Flink stop the job with a savepoint. */
export function planStandaloneStop(
  moment: StandaloneMoment,
  { drain = false }: Suspend,
): ActionPlan {
  const target = targetOf(moment);
  const refusal = notRunning(moment);
  if (refusal) return refusedPlan(target, refusal.sentence, refusal.remedy);
  return {
    target,
    effects: [
      'Flink takes a savepoint and stops the job with it.',
      ...(drain ? [drains.effect] : []),
      'Its pods stay with nothing to do; nothing is read or written until its values name that savepoint as startFrom.path.',
    ],
    steps: flinkSteps(moment, {
      to: 'stop',
      format: 'CANONICAL',
      ...(drain && { drain }),
    }),
    cannotUndo: drain ? [drains.cannotUndo] : [],
    traps: drain ? [drains.trap] : [],
  };
}

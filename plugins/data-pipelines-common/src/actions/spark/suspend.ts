import { ActionPlan, refusedPlan } from '../plan';
import { patchOf, targetOf } from '../target';
import {
  hasEnded,
  LiveSparkApplication,
  LiveSparkSchedule,
} from './LiveSparkJob';
import { MomentOf } from './SparkMoment';

/**
 * Stops an application: from the source of operator 2.5, whatever has not
 * ended goes to SUSPENDING; recorded of 2.5.2, its driver is deleted, and a
 * resume is a new attempt.
 */
export function planSuspendApplication(
  moment: MomentOf<LiveSparkApplication>,
): ActionPlan {
  const target = targetOf(moment);
  const { job } = moment;
  if (job.spec.suspend) {
    return refusedPlan(target, 'It is suspended already.', 'Resume it.');
  }
  if (hasEnded(job)) {
    return refusedPlan(
      target,
      'It has ended; there is nothing to suspend.',
      'Run it again where it should work once more.',
    );
  }
  return {
    target,
    effects: [
      'The operator deletes the driver, and its executors go with it.',
      'Nothing is read or written until it is resumed; the application and its history stay.',
    ],
    steps: [
      patchOf(moment, { spec: { suspend: true } }),
      { do: 'wait', target, until: 'application-suspended', minutes: 10 },
    ],
    cannotUndo: [
      'What the present attempt has computed and not written is lost.',
      'The log of its driver goes with the pod, unless your cluster keeps logs.',
    ],
    traps: [
      {
        id: 'starts-over',
        weight: 'acknowledge',
        sentence:
          'It does not go on from here: a resume is a new attempt, from the start or, of a streaming query, from its checkpoint.',
        remedy: 'Wait for its end where the work should not be done twice.',
      },
    ],
  };
}

/** Lets a schedule start nothing: the operator passes over one that is suspended. */
export function planSuspendSchedule(
  moment: MomentOf<LiveSparkSchedule>,
): ActionPlan {
  const target = targetOf(moment);
  const { job, runs } = moment;
  if (job.spec.suspend) {
    return refusedPlan(target, 'It is suspended already.', 'Resume it.');
  }
  return {
    target,
    effects: [
      'The schedule starts no run until it is resumed.',
      ...(runs.length > 0
        ? [`What runs now goes on to its end: ${runs.join(', ')}.`]
        : []),
    ],
    steps: [patchOf(moment, { spec: { suspend: true } })],
    cannotUndo: [],
    traps: [],
  };
}

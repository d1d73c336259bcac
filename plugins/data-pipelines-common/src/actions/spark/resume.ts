import { ActionPlan, refusedPlan } from '../plan';
import { patchOf, targetOf } from '../target';
import {
  hasEnded,
  LiveSparkApplication,
  LiveSparkSchedule,
} from './LiveSparkJob';
import { MomentOf } from './SparkMoment';

/** Starts a suspended application once more, as a new attempt (recorded of 2.5.2). */
export function planResumeApplication(
  moment: MomentOf<LiveSparkApplication>,
): ActionPlan {
  const target = targetOf(moment);
  if (!moment.job.spec.suspend) {
    return refusedPlan(
      target,
      'It is not suspended.',
      'Run it again where it has ended.',
    );
  }
  if (hasEnded(moment.job)) {
    return refusedPlan(
      target,
      'It ended before it was suspended; there is nothing to resume.',
      'Run it again.',
    );
  }
  return {
    target,
    effects: [
      'The operator submits it again: a new attempt with a new driver, not a continuation.',
    ],
    steps: [
      patchOf(moment, { spec: { suspend: false } }),
      { do: 'wait', target, until: 'application-running', minutes: 15 },
    ],
    cannotUndo: [
      'What an earlier attempt has written stays; this one may write it again.',
    ],
    traps: [],
  };
}

/**
 * Lets a schedule go on. From the source of operator 2.5: while it is suspended
 * its `status.nextRun` stays, and one that has passed is started at once.
 */
export function planResumeSchedule(
  moment: MomentOf<LiveSparkSchedule>,
): ActionPlan {
  const target = targetOf(moment);
  const { spec, status } = moment.job;
  if (!spec.suspend) {
    return refusedPlan(
      target,
      'It is not suspended.',
      'Run it now where it should not wait for its time.',
    );
  }
  const { nextRun } = status ?? {};
  return {
    target,
    effects: ['The schedule starts runs again, at the times that it names.'],
    steps: [patchOf(moment, { spec: { suspend: false } })],
    cannotUndo: [],
    traps: nextRun
      ? [
          {
            id: 'starts-at-once',
            weight: 'note',
            sentence: `The run that was planned for ${nextRun} starts at once where that time has passed: one run, however many were missed.`,
            remedy:
              'Resume it when a run may start, or leave it suspended and run it by hand.',
          },
        ]
      : [],
  };
}

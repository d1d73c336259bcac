import { ActionPlan, ActionTrap, refusedPlan } from '../plan';
import { annotate, isPaused, objectOf, RESTART } from './annotate';
import { KafkaMoment } from './KafkaMoment';

/** What Strimzi's operator understands of what it is asked to restart. */
type Restarted = 'true' | 'includeTasks,onlyFailed';

/**
 * Why the operator would not have a connector restarted now, whatever of it.
 *
 * @returns undefined where it would
 */
export function refusedRestart(moment: KafkaMoment): ActionPlan | undefined {
  const { kind, spec, metadata } = moment.object;
  const target = objectOf(moment);
  if (kind !== 'KafkaConnector') {
    return refusedPlan(
      target,
      `A ${kind} is no connector.`,
      'Restart one of its connectors.',
    );
  }
  if (isPaused(moment)) {
    return refusedPlan(
      target,
      'Its reconciliation is paused: the operator would not see it.',
      'Resume its reconciliation.',
    );
  }
  if (spec?.state === 'stopped' || spec?.state === 'paused') {
    return refusedPlan(
      target,
      `Its state in the values is ${spec.state}.`,
      'Set its state to running in the values.',
    );
  }
  if (metadata.annotations?.[RESTART]) {
    return refusedPlan(
      target,
      'A restart is asked for already, and the operator has not done it yet.',
      'Wait for it: it looks every two minutes at least.',
    );
  }
  return undefined;
}

/**
 * Has the operator restart by the REST API of Connect. It looks when the
 * annotation comes, and where Connect refuses, at its next timer again
 * (AbstractConnectOperator of Strimzi, maybeRestartConnector).
 */
export function restartPlan(
  moment: KafkaMoment,
  restarted: Restarted,
  { effects, traps = [] }: { effects: string[]; traps?: ActionTrap[] },
): ActionPlan {
  const target = objectOf(moment);
  return {
    target,
    effects,
    steps: [
      annotate(moment, RESTART, restarted),
      { do: 'wait', target, until: 'connector-restarted', minutes: 5 },
    ],
    cannotUndo: [],
    traps,
  };
}

import { ActionPlan, refusedPlan } from '../plan';
import { annotate, isPaused, objectOf, RESTART } from './annotate';
import { KafkaMoment } from './KafkaMoment';

/**
 * Has the operator restart a connector by the REST API of Connect. It looks
 * when the annotation comes, and where Connect refuses, at its next timer again
 * (AbstractConnectOperator of Strimzi, maybeRestartConnector).
 */
export function planRestartConnector(moment: KafkaMoment): ActionPlan {
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
  return {
    target,
    effects: [
      'The operator has Connect restart the connector, and removes the annotation when it did.',
      'Its tasks go on: one that failed has to be restarted by strimzi.io/restart-task.',
    ],
    steps: [
      annotate(moment, RESTART, 'true'),
      { do: 'wait', target, until: 'connector-restarted', minutes: 5 },
    ],
    cannotUndo: [],
    traps: [],
  };
}

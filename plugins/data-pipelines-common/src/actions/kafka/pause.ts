import { ActionPlan, refusedPlan } from '../plan';
import { annotate, isPaused, objectOf, PAUSE } from './annotate';
import { KafkaMoment, StrimziKind } from './KafkaMoment';

/** What else its operator does not do meanwhile, by kind (Strimzi's documentation). */
const UNATTENDED: Record<StrimziKind, string> = {
  Kafka: 'no certificate is renewed, and no broker is rolled',
  KafkaConnect: 'no worker is rolled',
  KafkaConnector: 'a failed task is not restarted',
  KafkaTopic: 'partitions and settings stay as they are in Kafka',
  KafkaUser: 'no certificate or password is renewed',
};

/**
 * Has the operator leave an object as it is. Seen of Strimzi 1.2.0: the
 * condition ReconciliationPaused is all that remains of the status; Ready and,
 * of a Kafka, listeners and version are gone until it is resumed.
 */
export function planPause(moment: KafkaMoment): ActionPlan {
  const { kind } = moment.object;
  const target = objectOf(moment);
  if (isPaused(moment)) {
    return refusedPlan(target, 'It is paused already.', 'Resume it.');
  }
  return {
    target,
    effects: [
      'What runs goes on as it is; the operator changes nothing of it.',
      `Changes in Git and by helm upgrade reach the ${kind} and have no effect; ${UNATTENDED[kind]}.`,
    ],
    steps: [
      annotate(moment, PAUSE, 'true'),
      { do: 'wait', target, until: 'reconciliation-paused', minutes: 5 },
    ],
    cannotUndo: [],
    traps: [
      {
        id: 'status-vanishes',
        weight: 'note',
        sentence:
          kind === 'Kafka'
            ? 'Its status loses Ready, listeners and version: what reads the bootstrap address from there finds none.'
            : 'Its status loses Ready: what waits for that waits until it is resumed.',
        remedy: 'Resume it as soon as you can.',
      },
    ],
  };
}

/** Lets the operator make of an object what its spec says by now. */
export function planResumeReconciliation(moment: KafkaMoment): ActionPlan {
  const { kind } = moment.object;
  const target = objectOf(moment);
  if (!isPaused(moment)) {
    return refusedPlan(
      target,
      'It is not paused.',
      'Look at its conditions where the operator does nothing.',
    );
  }
  return {
    target,
    effects: [
      'The operator takes up everything at once that was changed meanwhile.',
      ...(kind === 'Kafka' || kind === 'KafkaConnect'
        ? ['Where that needs it, its pods are rolled one after the other.']
        : []),
    ],
    steps: [
      annotate(moment, PAUSE, null),
      { do: 'wait', target, until: 'reconciliation-resumed', minutes: 10 },
    ],
    cannotUndo: [],
    traps: [],
  };
}

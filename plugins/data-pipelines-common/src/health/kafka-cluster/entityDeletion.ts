import { HealthReport } from '../../model/health';
import { StrimziKafka } from '../../resources/strimzi';
import { Moment } from '../assess';
import { conditionOf, isBehind, StrimziObject } from '../strimzi/conditions';
import { operatorSays } from '../strimzi/operatorSays';
import { strimziDeletion, stuckDeletion } from '../strimzi/stuckDeletion';
import { Entity, failedForKafka } from './Entity';
import { KAFKA_UNAVAILABLE, kafkaUnavailable } from './unavailable';

/** Of a topic or user that is being deleted: what its finalizer waits for. */
export function entityDeletion(
  { what, operator }: Entity,
  object: StrimziObject,
  moment: Moment,
  kafka: StrimziKafka | undefined,
): HealthReport {
  const { name } = object.metadata;
  const refusal =
    conditionOf(object, 'Ready') ?? conditionOf(object, 'NotReady');
  const refused = refusal?.status === 'False' || refusal?.type === 'NotReady';
  if (!kafka) {
    return stuckDeletion(what, object, {
      because: `its Kafka cluster is gone, and with it the ${operator} that would take its finalizer away`,
      nextStep: `Remove the finalizers of ${name} by hand.`,
    });
  }
  const down = kafkaUnavailable(what, kafka, moment);
  if (down || (refused && failedForKafka(object))) {
    return stuckDeletion(what, object, {
      reason: KAFKA_UNAVAILABLE,
      because: 'no broker of its Kafka cluster answers',
      nextStep:
        'See to the Kafka cluster; the deletion goes on when a broker runs.',
    });
  }
  if (refused && !isBehind(object)) {
    return stuckDeletion(what, object, {
      because: operatorSays(refusal),
      nextStep: `Undo what the ${operator} does not support, or remove the finalizers of ${name} by hand.`,
    });
  }
  return strimziDeletion(what, object, moment);
}

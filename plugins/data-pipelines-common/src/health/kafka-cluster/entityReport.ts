import { HealthReport } from '../../model/health';
import { StrimziKafka } from '../../resources/strimzi';
import { Moment } from '../assess';
import { isObserved, StrimziObject } from '../strimzi/conditions';
import { reconciled } from '../strimzi/reconciled';
import { noSuchOwner } from '../strimzi/silence';
import { Entity, failedForKafka } from './Entity';
import { entityDeletion } from './entityDeletion';
import { entitySilence } from './entitySilence';
import { findKafka } from './findKafka';
import { KAFKA_UNAVAILABLE, kafkaUnavailable } from './unavailable';

/**
 * How well a topic or a user is.
 *
 * @param special - what only its kind can say
 */
export function entityReport(
  entity: Entity,
  object: StrimziObject,
  moment: Moment,
  special?: HealthReport,
): HealthReport {
  const { what } = entity;
  const kafka = findKafka(object.metadata, moment.source);
  if (object.metadata.deletionTimestamp) {
    return entityDeletion(entity, object, moment, kafka);
  }
  if (!isObserved(object)) return entitySilence(entity, object, moment, kafka);
  if (special) return special;
  const said = reconciled(
    { what, nextStep: entity.nextStep, takesUp: 180 },
    object,
    moment,
  );
  if (said.health === 'Suspended') return said;
  const down = kafkaUnavailable(what, kafka, moment);
  if (down) return down;
  if (said.health === 'Degraded' && failedForKafka(object)) {
    return notAnswered(entity, kafka, said);
  }
  if (said.health === 'Healthy' && !kafka) {
    return noSuchOwner(what, 'Kafka cluster', object);
  }
  return said;
}

/** Its operator looks again every two minutes: the brokers may run by now. */
function notAnswered(
  { what }: Entity,
  kafka: StrimziKafka | undefined,
  { since }: HealthReport,
): HealthReport {
  return {
    health: 'Degraded',
    reason: KAFKA_UNAVAILABLE,
    message: `The ${what} is not ready: no broker of its Kafka cluster answered`,
    nextStep: kafka
      ? 'If this lasts for more than two minutes, look at the brokers and at the network policies between them and the entity operator.'
      : 'Look at the Kafka cluster.',
    since,
  };
}

import { HealthReport } from '../../model/health';
import { StrimziKafka } from '../../resources/strimzi';
import { Moment } from '../assess';
import { secondsSince } from '../secondsSince';
import { isObserved, StrimziObject } from '../strimzi/conditions';
import { reconciled } from '../strimzi/reconciled';
import { noSuchOwner } from '../strimzi/silence';
import { readySince } from './brokers';
import { Entity, failedForKafka } from './Entity';
import { entityDeletion } from './entityDeletion';
import { entitySilence } from './entitySilence';
import { findKafka } from './findKafka';
import { KAFKA_UNAVAILABLE, kafkaUnavailable } from './unavailable';

/** Seconds between two looks of the entity operator, and a few to answer. */
const LOOKS_AGAIN = 150;

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
  if (down?.health === 'Degraded') return down;
  if (said.health === 'Degraded' && failedForKafka(object)) {
    return down ?? notAnswered(entity, kafka, said, moment);
  }
  if (said.health === 'Healthy' && !kafka) {
    return noSuchOwner(what, 'Kafka cluster', object);
  }
  return said;
}

/** A broker runs again, or still: its operator looks every two minutes. */
function notAnswered(
  { what, operator }: Entity,
  kafka: StrimziKafka | undefined,
  { since }: HealthReport,
  moment: Moment,
): HealthReport {
  const back = kafka && readySince(kafka, moment.source);
  if (back && secondsSince(back, moment.now) < LOOKS_AGAIN) {
    return {
      health: 'Progressing',
      reason: KAFKA_UNAVAILABLE,
      message: `The brokers are back, and the ${operator} has not looked at the ${what} since`,
      since: back,
    };
  }
  return {
    health: 'Degraded',
    reason: KAFKA_UNAVAILABLE,
    message: `The ${what} is not ready: no broker of its Kafka cluster answered`,
    nextStep:
      'Look at the brokers, and at the network policies between them and the entity operator.',
    since,
  };
}

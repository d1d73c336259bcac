import { HealthReport } from '../../model/health';
import { StrimziKafka } from '../../resources/strimzi';
import { Moment } from '../assess';
import { conditionOf, StrimziObject } from '../strimzi/conditions';
import { strimziSilence } from '../strimzi/silence';
import { Entity } from './Entity';
import { kafkaUnavailable } from './unavailable';

/** Why its operator has written nothing. */
export function entitySilence(
  { what, operator, operators }: Entity,
  object: StrimziObject,
  moment: Moment,
  kafka: StrimziKafka | undefined,
): HealthReport {
  const runs =
    kafka !== undefined &&
    conditionOf(kafka, 'Ready')?.status === 'True' &&
    !kafkaUnavailable(what, kafka, moment);
  const without =
    kafka !== undefined &&
    kafka.spec?.entityOperator?.[operators] === undefined;
  const report = strimziSilence(
    {
      what,
      operator,
      owner: 'Kafka cluster',
      check: without
        ? `Add a ${operator} to spec.entityOperator of the Kafka cluster.`
        : `Check that the entity operator of the Kafka cluster runs.`,
    },
    object,
    moment,
    kafka ? { ready: runs } : null,
  );
  return without && report.reason !== 'WaitsForCluster'
    ? {
        ...report,
        message: `${report.message}: the Kafka cluster ${kafka.metadata.name} has none`,
      }
    : report;
}

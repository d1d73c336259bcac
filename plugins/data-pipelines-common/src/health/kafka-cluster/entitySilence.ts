import { HealthReport } from '../../model/health';
import { StrimziKafka } from '../../resources/strimzi';
import { Moment } from '../assess';
import { StrimziObject } from '../strimzi/conditions';
import { strimziSilence } from '../strimzi/silence';
import { brokersOf } from './brokers';
import { Entity } from './Entity';
import { strimziKafkaRule } from './rule';
import { blamed } from './unavailable';

/** Why its operator has written nothing. */
export function entitySilence(
  { what, operator, operators }: Entity,
  object: StrimziObject,
  moment: Moment,
  kafka: StrimziKafka | undefined,
): HealthReport {
  const cluster = kafka && strimziKafkaRule(kafka, moment);
  const serves = kafka && brokersOf(kafka, moment.source)?.ready !== 0;
  if (kafka && cluster?.health === 'Degraded' && !isServing(kafka, moment)) {
    return blamed(what, kafka, cluster);
  }
  const without =
    kafka && kafka.spec?.entityOperator?.[operators] === undefined;
  const report = strimziSilence(
    {
      what,
      operator,
      owner: 'Kafka cluster',
      check: without
        ? `Add a ${operator} to spec.entityOperator of the Kafka cluster.`
        : 'Check that the entity operator of the Kafka cluster runs.',
    },
    object,
    moment,
    // It comes last when a cluster is made.
    cluster
      ? {
          ready:
            serves === true && !/^(Creating|NotObserved)$/.test(cluster.reason),
        }
      : null,
  );
  return without && report.reason !== 'WaitsForCluster'
    ? {
        ...report,
        message: `${report.message}: the Kafka cluster ${kafka.metadata.name} has none`,
      }
    : report;
}

function isServing(kafka: StrimziKafka, { source }: Moment): boolean {
  return (brokersOf(kafka, source)?.ready ?? 0) > 0;
}

import { HealthReport } from '../../model/health';
import { StrimziKafka } from '../../resources/strimzi';
import { Moment } from '../assess';
import { lowerFirst } from '../lowerFirst';
import { brokersOf } from './brokers';
import { strimziKafkaRule } from './rule';

/** Reason of all that a Kafka cluster without brokers takes with it. */
export const KAFKA_UNAVAILABLE = 'KafkaUnavailable';

/**
 * What a Kafka cluster with no broker running means for its topics, users and
 * clients: their own statuses say `Ready` for minutes, then blame a timeout.
 *
 * @returns undefined while a broker runs, or where no broker is known
 */
export function kafkaUnavailable(
  what: string,
  kafka: StrimziKafka | undefined,
  moment: Moment,
): HealthReport | undefined {
  if (!kafka) return undefined;
  const brokers = brokersOf(kafka, moment.source);
  if (!brokers || brokers.wanted === 0 || brokers.ready > 0) return undefined;
  return blamed(what, kafka, strimziKafkaRule(kafka, moment));
}

/** A report that names the cluster as the cause. */
export function blamed(
  what: string,
  { metadata: { namespace, name } }: StrimziKafka,
  report: HealthReport,
): HealthReport {
  return {
    health: report.health === 'Progressing' ? 'Progressing' : 'Degraded',
    reason: KAFKA_UNAVAILABLE,
    message: `The ${what} cannot be used, its Kafka cluster ${namespace}/${name} is not available: ${lowerFirst(
      report.message,
    )}`,
    nextStep:
      report.nextStep ??
      `See to the Kafka cluster ${name}; the ${what} needs nothing.`,
    since: report.since,
  };
}

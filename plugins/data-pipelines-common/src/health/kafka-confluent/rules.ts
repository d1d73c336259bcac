import { HealthReport } from '../../model/health';
import { ConfluentKafka, KRaftController } from '../../resources/confluent';
import { Moment } from '../assess';
import { confluentServersReport } from './servers';

/**
 * How well a Kafka cluster of Confluent for Kubernetes is. From CRD and
 * documentation only: not recorded from a running operator.
 *
 * @public
 */
export function confluentKafkaRule(
  kafka: ConfluentKafka,
  moment: Moment,
): HealthReport {
  return confluentServersReport(
    { what: 'Kafka cluster', nodes: 'brokers' },
    kafka,
    moment,
  );
}

/**
 * How well the controllers of Confluent for Kubernetes are. From CRD and
 * documentation only: not recorded from a running operator.
 *
 * @public
 */
export function kraftControllerRule(
  controller: KRaftController,
  moment: Moment,
): HealthReport {
  return confluentServersReport(
    { what: 'controller quorum', nodes: 'controllers' },
    controller,
    moment,
  );
}

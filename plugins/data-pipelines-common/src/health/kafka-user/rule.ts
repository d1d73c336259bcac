import { HealthReport } from '../../model/health';
import { KafkaUser } from '../../resources/strimzi';
import { Moment } from '../assess';
import { entityReport } from '../kafka-cluster/entityReport';

/**
 * How well a KafkaUser is, from Strimzi's conditions and from its Kafka
 * cluster: where no broker runs, the reason is `KafkaUnavailable`.
 *
 * @public
 */
export function kafkaUserRule(user: KafkaUser, moment: Moment): HealthReport {
  return entityReport(
    {
      what: 'Kafka user',
      operator: 'user operator',
      operators: 'userOperator',
      nextStep: 'Correct the user in the values, then upgrade the release.',
    },
    user,
    moment,
  );
}

import { HealthReport } from '../../model/health';
import { KafkaTopic } from '../../resources/kafkaTopic';
import { Moment } from '../assess';
import { entityReport } from '../kafka-cluster/entityReport';
import { holding } from '../strimzi/conditions';

/**
 * How well a topic is, from Strimzi's conditions (topics say `Ready=False`,
 * unlike other Strimzi kinds) and from its Kafka cluster: where no broker
 * runs, the reason is `KafkaUnavailable` and the cluster is the cause.
 *
 * @public
 */
export function kafkaTopicRule(
  topic: KafkaTopic,
  moment: Moment,
): HealthReport {
  return entityReport(
    {
      what: 'topic',
      operator: 'topic operator',
      operators: 'topicOperator',
      nextStep: 'Correct the topic in the values, then upgrade the release.',
    },
    topic,
    moment,
    unmanaged(topic),
  );
}

function unmanaged(topic: KafkaTopic): HealthReport | undefined {
  const condition = holding(topic, 'Unmanaged');
  return (
    condition && {
      health: 'Suspended',
      reason: 'Unmanaged',
      message: 'The topic operator leaves the topic alone on request',
      since: condition.lastTransitionTime,
    }
  );
}

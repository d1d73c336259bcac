import { count } from '../../count';
import { KafkaTopicSpec, STRIMZI } from '../../kinds/kafka';
import { ownCluster } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { topicValue } from '../../valuePath';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-topic-too-many-copies',
  summary: 'A topic has no more copies than the cluster has brokers.',
  why: 'Kafka puts one copy on a broker. It refuses to make a topic that asks for more, and its jobs wait for it forever.',
  check: pipeline => {
    const brokers = ownCluster(pipeline)?.brokers ?? 0;
    return pipeline
      .all<KafkaTopicSpec>(STRIMZI, 'KafkaTopic')
      .filter(({ spec }) => brokers > 0 && (spec.replicas ?? 0) > brokers)
      .flatMap(topic =>
        violation(topic, {
          path: 'spec.replicas',
          problem: `${topic.spec.replicas} copies do not fit on ${count(
            brokers,
            'broker',
          )}`,
          remedy: `Set replicas to at most ${brokers}, or add brokers.`,
          ...topicValue(
            pipeline,
            topic.spec.topicName ?? topic.metadata.name,
            'replicas',
          ),
        }),
      );
  },
};

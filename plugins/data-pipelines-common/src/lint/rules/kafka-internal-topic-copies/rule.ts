import { count } from '../../count';
import { BrokerConfig } from '../../kinds/kafka';
import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** With Kafka's own defaults. */
const COPIES: Array<[keyof BrokerConfig, number]> = [
  ['default.replication.factor', 1],
  ['offsets.topic.replication.factor', 3],
  ['transaction.state.log.replication.factor', 3],
];

export const rule: LintRule = {
  id: 'kafka-internal-topic-copies',
  summary:
    'New topics, consumer offsets and transactions are kept on three brokers.',
  why: 'Offsets on one broker are gone with its volume, and every job starts again from the beginning or from the end. More copies than brokers cannot be made at all.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka, brokers }) =>
      COPIES.flatMap(([key, byDefault]) => {
        const copies = Number(kafka.spec.kafka?.config?.[key] ?? byDefault);
        const wanted = Math.min(3, Math.max(brokers, 1));
        if (copies >= wanted && (brokers === 0 || copies <= brokers)) return [];
        return violation(kafka, {
          path: `spec.kafka.config.${key}`,
          problem: `${key} is ${copies} with ${count(brokers, 'broker')}`,
          remedy: `Set it to ${wanted}.`,
          value: `values.kafka.cluster.config.${key}`,
        });
      }),
    ),
};

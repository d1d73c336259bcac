import { count } from '../../count';
import { brokersOf } from '../../kinds/brokers';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** With Kafka's own defaults. */
const COPIES: Array<[string, number]> = [
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
    brokersOf(pipeline).flatMap(({ object, settings, amount, pathOf }) =>
      COPIES.flatMap(([key, byDefault]) => {
        const copies = Number(settings.get(key) ?? byDefault);
        const wanted = Math.min(3, Math.max(amount, 1));
        if (copies >= wanted && (amount === 0 || copies <= amount)) return [];
        return violation(object, {
          path: pathOf(key),
          problem: `${key} is ${copies} with ${count(amount, 'broker')}`,
          remedy: `Set it to ${wanted}.`,
          value: `values.kafka.cluster.config.${key}`,
        });
      }),
    ),
};

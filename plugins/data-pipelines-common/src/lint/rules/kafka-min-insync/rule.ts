import { brokersOf } from '../../kinds/brokers';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** Each with the copies it goes with, and Kafka's own defaults of both. */
const IN_SYNC: Array<[string, number, string, number]> = [
  ['min.insync.replicas', 1, 'default.replication.factor', 1],
  [
    'transaction.state.log.min.isr',
    2,
    'transaction.state.log.replication.factor',
    3,
  ],
];

export const rule: LintRule = {
  id: 'kafka-min-insync',
  summary: 'A write counts once all copies but one have it.',
  why: 'With fewer, a record that was acknowledged is gone when the one broker that had it fails. With all of them, one broker that restarts stops every writer.',
  check: pipeline =>
    brokersOf(pipeline).flatMap(({ object, settings, pathOf }) =>
      IN_SYNC.flatMap(([key, byDefault, copiesKey, copiesByDefault]) => {
        const least = Number(settings.get(key) ?? byDefault);
        const copies = Number(settings.get(copiesKey) ?? copiesByDefault);
        return copies < 2 || least === copies - 1
          ? []
          : violation(object, {
              path: pathOf(key),
              problem: `${key} is ${least} where there are ${copies} copies`,
              remedy: `Set it to ${copies - 1}.`,
              value: `values.kafka.cluster.config.${key}`,
            });
      }),
    ),
};

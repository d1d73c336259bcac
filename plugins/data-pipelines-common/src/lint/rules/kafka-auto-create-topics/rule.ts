import { brokersOf } from '../../kinds/brokers';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const KEY = 'auto.create.topics.enable';

export const rule: LintRule = {
  id: 'kafka-auto-create-topics',
  summary: 'Kafka makes no topic just because a client asks for it.',
  why: 'A misspelt name becomes a topic with one partition and nobody to look after it, and the records go there without an error.',
  check: pipeline =>
    brokersOf(pipeline)
      .filter(({ settings }) => settings.get(KEY) !== 'false')
      .flatMap(({ object, settings, pathOf }) =>
        violation(object, {
          path: pathOf(KEY),
          problem: `${KEY} is ${
            settings.get(KEY) ?? 'not set, which means true'
          }`,
          remedy: 'Set it to false and declare topics in values.kafka.topics.',
          value: 'values.kafka.cluster.config',
        }),
      ),
};

import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-auto-create-topics',
  summary: 'Kafka makes no topic just because a client asks for it.',
  why: 'A misspelt name becomes a topic with one partition and nobody to look after it, and the records go there without an error.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) => {
      const value = kafka.spec.kafka?.config?.['auto.create.topics.enable'];
      return `${value}` === 'false'
        ? []
        : violation(kafka, {
            path: 'spec.kafka.config.auto.create.topics.enable',
            problem: `auto.create.topics.enable is ${
              value ?? 'not set, which means true'
            }`,
            remedy:
              'Set it to false and declare topics in values.kafka.topics.',
            value: 'values.kafka.cluster.config',
          });
    }),
};

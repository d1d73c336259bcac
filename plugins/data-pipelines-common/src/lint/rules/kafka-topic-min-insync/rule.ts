import { KafkaTopicSpec } from '../../kinds/kafka';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-topic-min-insync',
  summary: 'A topic asks for fewer in-sync copies than it has.',
  why: 'With min.insync.replicas equal to the number of copies, one broker that restarts stops every writer that asks for acks=all.',
  check: pipeline =>
    pipeline
      .all<KafkaTopicSpec>('kafka.strimzi.io', 'KafkaTopic')
      .flatMap(topic => {
        const { replicas, config } = topic.spec;
        const wanted = Number(config?.['min.insync.replicas']);
        if (replicas === undefined || replicas < 2 || !(wanted >= replicas)) {
          return [];
        }
        return violation(topic, {
          path: 'spec.config.min.insync.replicas',
          problem: `${wanted} of ${replicas} copies must be in sync, so one broker that restarts stops every writer`,
          remedy: `Set min.insync.replicas to ${
            replicas - 1
          } or give the topic more replicas.`,
          value: `values.kafka.topics.${
            topic.spec.topicName ?? topic.metadata.name
          }`,
        });
      }),
};

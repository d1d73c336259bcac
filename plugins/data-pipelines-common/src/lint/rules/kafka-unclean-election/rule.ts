import { KafkaTopicSpec, STRIMZI } from '../../kinds/kafka';
import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const KEY = 'unclean.leader.election.enable';

export const rule: LintRule = {
  id: 'kafka-unclean-election',
  summary: 'Only a broker that has every record may lead a partition.',
  why: 'An unclean election brings a partition back sooner, and throws away records that were acknowledged.',
  check: pipeline => [
    ...kafkaClusters(pipeline)
      .filter(({ kafka }) => isTrue(kafka.spec.kafka?.config?.[KEY]))
      .flatMap(({ kafka }) =>
        violation(kafka, {
          path: `spec.kafka.config.${KEY}`,
          problem: 'a broker that lacks records may become leader of any topic',
          remedy: `Set ${KEY} to false.`,
          value: 'values.kafka.cluster.config',
        }),
      ),
    ...pipeline
      .all<KafkaTopicSpec>(STRIMZI, 'KafkaTopic')
      .filter(({ spec }) => isTrue(spec.config?.[KEY]))
      .flatMap(topic =>
        violation(topic, {
          path: `spec.config.${KEY}`,
          problem: 'a broker that lacks records may become its leader',
          remedy: `Remove ${KEY} from the topic's config.`,
        }),
      ),
  ],
};

function isTrue(value: unknown) {
  return `${value}` === 'true';
}

import { brokersOf } from '../../kinds/brokers';
import { KafkaTopicSpec, STRIMZI } from '../../kinds/kafka';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const KEY = 'unclean.leader.election.enable';

export const rule: LintRule = {
  id: 'kafka-unclean-election',
  summary: 'Only a broker that has every record may lead a partition.',
  why: 'An unclean election brings a partition back sooner, and throws away records that were acknowledged.',
  check: pipeline => [
    ...brokersOf(pipeline)
      .filter(({ settings }) => settings.get(KEY) === 'true')
      .flatMap(({ object, pathOf }) =>
        violation(object, {
          path: pathOf(KEY),
          problem: 'a broker that lacks records may become leader of any topic',
          remedy: `Set ${KEY} to false.`,
          value: 'values.kafka.cluster.config',
        }),
      ),
    ...pipeline
      .all<KafkaTopicSpec>(STRIMZI, 'KafkaTopic')
      .filter(({ spec }) => `${spec.config?.[KEY]}` === 'true')
      .flatMap(topic =>
        violation(topic, {
          path: `spec.config.${KEY}`,
          problem: 'a broker that lacks records may become its leader',
          remedy: `Remove ${KEY} from the topic's config.`,
        }),
      ),
  ],
};

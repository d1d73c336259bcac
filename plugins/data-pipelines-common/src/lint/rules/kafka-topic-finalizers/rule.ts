import { KafkaTopicSpec, STRIMZI } from '../../kinds/kafka';
import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const VARIABLE = 'STRIMZI_USE_FINALIZERS';

export const rule: LintRule = {
  id: 'kafka-topic-finalizers',
  summary: 'Topics in one release with their cluster have no finalizers.',
  why: 'Helm deletes the cluster first. Nobody is left to take the finalizers off the topics, so the uninstall and the namespace hang forever.',
  check: pipeline =>
    pipeline.all<KafkaTopicSpec>(STRIMZI, 'KafkaTopic').length === 0
      ? []
      : kafkaClusters(pipeline).flatMap(({ kafka }) => {
          const container =
            kafka.spec.entityOperator?.template?.topicOperatorContainer;
          const setting = container?.env?.find(({ name }) => name === VARIABLE);
          return setting?.value === 'false'
            ? []
            : violation(kafka, {
                path: 'spec.entityOperator.template.topicOperatorContainer.env',
                problem:
                  'its topics are in this release and the topic operator puts finalizers on them',
                remedy: `Set the variable ${VARIABLE} to "false" there, or declare topics in another release.`,
                value: 'values.kafka.cluster.override',
              });
        }),
};

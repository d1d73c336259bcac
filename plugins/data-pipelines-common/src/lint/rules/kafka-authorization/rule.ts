import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-authorization',
  summary: 'Kafka allows only what a rule allows.',
  why: 'Without authorization every client that may connect may read, write and delete every topic, and the rules of all users are without effect.',
  check: pipeline =>
    kafkaClusters(pipeline)
      .filter(({ kafka }) => !kafka.spec.kafka?.authorization?.type)
      .flatMap(({ kafka }) =>
        violation(kafka, {
          path: 'spec.kafka.authorization',
          problem: 'whoever can connect may do everything',
          remedy: 'Set authorization.type to simple.',
          value: 'values.kafka.cluster.listeners',
        }),
      ),
};

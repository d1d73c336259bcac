import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-disruption-budget',
  summary: 'Maintenance takes one node of Kafka at a time.',
  why: 'Two brokers at once leave partitions with too few copies, and writers stop; none at all stops the maintenance of the Kubernetes nodes instead.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) => {
      // Strimzi makes a budget of one node where nothing is said.
      const most =
        kafka.spec.kafka?.template?.podDisruptionBudget?.maxUnavailable ?? 1;
      return most === 1
        ? []
        : violation(kafka, {
            path: 'spec.kafka.template.podDisruptionBudget.maxUnavailable',
            problem: `maintenance may take ${most} nodes at once`,
            remedy: 'Set maxUnavailable to 1.',
            value: 'values.kafka.cluster.override',
          });
    }),
};

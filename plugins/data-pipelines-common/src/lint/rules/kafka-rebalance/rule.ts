import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-rebalance',
  summary: 'Cruise Control moves partitions when brokers come and go.',
  why: 'A new broker stays empty, and one that is to go cannot, until somebody remembers to start a rebalance.',
  check: pipeline =>
    kafkaClusters(pipeline)
      .filter(({ kafka }) => kafka.spec.cruiseControl)
      .filter(({ kafka }) => !kafka.spec.cruiseControl?.autoRebalance)
      .flatMap(({ kafka }) =>
        violation(kafka, {
          path: 'spec.cruiseControl.autoRebalance',
          problem: 'Cruise Control runs, and does nothing by itself',
          remedy: 'Set autoRebalance to [add-brokers, remove-brokers].',
          value: 'values.kafka.cluster.cruiseControl.autoRebalance',
        }),
      ),
};

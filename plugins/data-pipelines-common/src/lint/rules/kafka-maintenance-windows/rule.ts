import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-maintenance-windows',
  summary:
    'Brokers restart for new certificates at an hour that somebody chose.',
  why: 'Strimzi renews certificates by itself and restarts every broker for it, at noon on the busiest day as well as at night.',
  check: pipeline =>
    kafkaClusters(pipeline)
      .filter(({ kafka }) => !kafka.spec.maintenanceTimeWindows?.length)
      .flatMap(({ kafka }) =>
        violation(kafka, {
          path: 'spec.maintenanceTimeWindows',
          problem: 'certificates are renewed at any time of the day',
          remedy: 'Set a window such as "* * 2-4 ? * SUN".',
          value: 'values.kafka.cluster.maintenanceWindows',
        }),
      ),
};

import { count } from '../../count';
import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-controller-quorum',
  summary: 'A Kafka cluster has three or five controllers.',
  why: 'Controllers decide by majority: one or two of them stop the cluster when one is lost, and an even number survives no more than one less does.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka, controllers, pools }) =>
      pools.length === 0 || (controllers >= 3 && controllers % 2 === 1)
        ? []
        : violation(kafka, {
            path: '',
            problem:
              controllers === 0
                ? 'it has no controllers'
                : `losing ${Math.ceil(controllers / 2)} of ${count(
                    controllers,
                    'controller',
                  )} stops the cluster`,
            remedy:
              'Give the pools with role controller 3 or 5 replicas in all.',
            value: 'values.kafka.cluster.pools.controllers.replicas',
          }),
    ),
};

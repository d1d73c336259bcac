import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const INSIDE = ['internal', 'cluster-ip'];

export const rule: LintRule = {
  id: 'kafka-listener-peers',
  summary: 'A listener inside the cluster says which pods may connect.',
  why: "Strimzi's network policy opens a listener to every pod of every namespace unless networkPolicyPeers names some.",
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) =>
      (kafka.spec.kafka?.listeners ?? [])
        .filter(
          ({ type = 'internal', networkPolicyPeers }) =>
            INSIDE.includes(type) && !networkPolicyPeers,
        )
        .flatMap(({ name = '', port = 9093 }) =>
          violation(kafka, {
            path: `spec.kafka.listeners.${name}.networkPolicyPeers`,
            problem: `every pod may connect to the listener "${name}" on port ${port}`,
            remedy: 'Name the namespaces or pods in networkPolicyPeers.',
            value: `values.kafka.cluster.listeners.${name}.networkPolicyPeers`,
          }),
        ),
    ),
};

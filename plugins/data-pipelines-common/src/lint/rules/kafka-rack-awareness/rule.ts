import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-rack-awareness',
  summary:
    'Copies of a partition are spread over zones, and consumers read from the nearest.',
  why: 'Without a rack, all copies may be in one zone and go with it. Without the rack-aware selector every consumer reads across zones, which is slow and is billed.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka, brokers }) => {
      if (brokers < 3) return [];
      const { rack, config } = kafka.spec.kafka ?? {};
      const selector = `${config?.['replica.selector.class']}`;
      if (!rack?.topologyKey) {
        return violation(kafka, {
          path: 'spec.kafka.rack',
          problem: 'Kafka does not know in which zone a broker is',
          remedy: 'Set rack.topologyKey to topology.kubernetes.io/zone.',
          value: 'values.kafka.cluster.rack',
        });
      }
      return selector.endsWith('RackAwareReplicaSelector')
        ? []
        : violation(kafka, {
            path: 'spec.kafka.config.replica.selector.class',
            problem: 'consumers read from the leader even if a copy is nearer',
            remedy:
              'Set it to org.apache.kafka.common.replica.RackAwareReplicaSelector.',
            value: 'values.kafka.cluster.config',
          });
    }),
};

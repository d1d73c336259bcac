import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-listener-tls',
  summary: 'Every listener of Kafka encrypts.',
  why: 'Without TLS, records and passwords can be read and changed by whoever is on the network between client and broker.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) =>
      (kafka.spec.kafka?.listeners ?? [])
        .filter(({ tls }) => tls !== true)
        .flatMap(({ name, port }) =>
          violation(kafka, {
            path: `spec.kafka.listeners.${name}.tls`,
            problem: `the listener "${name}" on port ${port} does not encrypt`,
            remedy: 'Set tls to true and move clients to port 9093.',
            value: `values.kafka.cluster.listeners.${name}.tls`,
          }),
        ),
    ),
};

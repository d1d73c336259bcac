import { brokersOf } from '../../kinds/brokers';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-listener-tls',
  summary: 'Every listener of Kafka encrypts.',
  why: 'Without TLS, records and passwords can be read and changed by whoever is on the network between client and broker.',
  check: pipeline =>
    brokersOf(pipeline).flatMap(({ object, listeners }) =>
      listeners
        .filter(({ tls }) => !tls)
        .flatMap(({ name, port }) =>
          violation(object, {
            path: '',
            problem: `the listener "${name}" on port ${port} does not encrypt`,
            remedy: 'Set its tls to true, and move clients to it.',
            value: `values.kafka.cluster.listeners.${name}.tls`,
          }),
        ),
    ),
};

import { brokersOf } from '../../kinds/brokers';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-listener-authentication',
  summary: 'Every listener of Kafka asks who is there.',
  why: 'A client without a name is ANONYMOUS: nothing can be allowed to it alone, and the log does not tell who wrote a record.',
  check: pipeline =>
    brokersOf(pipeline).flatMap(({ object, listeners }) =>
      listeners
        .filter(({ authenticates }) => !authenticates)
        .flatMap(({ name, port }) =>
          violation(object, {
            path: '',
            problem: `the listener "${name}" on port ${port} lets anybody in`,
            remedy: 'Set its authentication to scram-sha-512 or tls.',
            value: `values.kafka.cluster.listeners.${name}.authentication`,
          }),
        ),
    ),
};

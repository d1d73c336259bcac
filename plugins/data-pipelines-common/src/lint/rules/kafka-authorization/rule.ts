import { brokersOf } from '../../kinds/brokers';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-authorization',
  summary: 'Kafka allows only what a rule allows.',
  why: 'Without authorization every client that may connect may read, write and delete every topic, and the rules of all users are without effect.',
  check: pipeline =>
    brokersOf(pipeline)
      .filter(({ authorizes }) => !authorizes)
      .flatMap(({ object }) =>
        violation(object, {
          path: '',
          problem: 'whoever can connect may do everything',
          remedy:
            'Set authentication on its listeners, or remove the override that took authorization away.',
          value: 'values.kafka.cluster.listeners',
        }),
      ),
};

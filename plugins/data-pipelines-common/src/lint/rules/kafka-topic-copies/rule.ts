import { count } from '../../count';
import { renderedTopics } from '../../kinds/renderedTopics';
import { LintRule } from '../../lintRule';
import { topicValue } from '../../valuePath';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-topic-copies',
  summary: 'A topic is kept on at least three brokers.',
  why: 'With two copies, one broker in maintenance leaves one, and its disk failing then loses records; with one copy every restart stops the topic.',
  check: pipeline =>
    renderedTopics(pipeline)
      .filter(({ replicas }) => replicas !== undefined && replicas < 3)
      .flatMap(({ object, name, replicas }) =>
        violation(object, {
          path: 'spec.replicas',
          problem: `the topic "${name}" has ${count(
            replicas ?? 1,
            'copy',
            'copies',
          )}`,
          remedy: 'Set replicas to 3.',
          ...topicValue(pipeline, name, 'replicas'),
        }),
      ),
};

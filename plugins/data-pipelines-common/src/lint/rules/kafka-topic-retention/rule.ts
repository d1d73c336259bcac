import { renderedTopics } from '../../kinds/renderedTopics';
import { LintRule } from '../../lintRule';
import { topicValue } from '../../valuePath';
import { violation } from '../../violation';

const HOUR = 3_600_000;

export const rule: LintRule = {
  id: 'kafka-topic-retention',
  summary:
    'A topic that a job reads keeps its records for at least three days.',
  why: 'A job that stops on Friday evening is started on Monday. It goes on from its last savepoint, whose records must still be there, or it silently leaves them out.',
  check: pipeline => {
    const read = new Set(
      pipeline.jobs.flatMap(({ values }) => values.reads ?? []),
    );
    return renderedTopics(pipeline).flatMap(
      ({ object, name, config, configPath }) => {
        const key = pipeline.topics.find(
          topic => topic.kafkaName === name,
        )?.name;
        const hours = Number(config['retention.ms'] ?? NaN) / HOUR;
        const compacted = `${config['cleanup.policy']}` === 'compact';
        if (
          !key ||
          !read.has(key) ||
          compacted ||
          !(hours >= 0 && hours < 72)
        ) {
          return [];
        }
        return violation(object, {
          path: `${configPath}.retention.ms`,
          problem: `the topic "${name}" forgets records after ${
            Math.round(hours * 10) / 10
          } hours, and a job that was down for longer loses them`,
          remedy: 'Set retention to 3d or more.',
          ...topicValue(pipeline, name, 'retention'),
        });
      },
    );
  },
};

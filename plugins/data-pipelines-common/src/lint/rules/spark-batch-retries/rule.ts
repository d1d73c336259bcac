import { sparkJobs, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-batch-retries',
  summary:
    'A batch job that writes topics may write them twice, or is not tried again.',
  why: "Spark's sink for Kafka has no transactions: a run that fails half way and is tried again writes its first half once more.",
  check: pipeline => {
    const writes = new Map(
      pipeline.jobs
        .filter(({ engine }) => engine === 'spark')
        .map(({ name, values }) => [name, values.writes ?? []]),
    );
    return sparkJobs(pipeline)
      .filter(
        ({ streaming, restart }) => !streaming && restart.policy !== 'Never',
      )
      .flatMap(job => {
        const topics = writes.get(job.name) ?? [];
        const { object, at, retries } = job.restart;
        return topics.length > 0
          ? violation(object, {
              path: at,
              problem: `a run that fails is tried again${
                retries === undefined ? '' : ` up to ${retries} times`
              }, and writes ${topics.join(' and ')} once more from the start`,
              remedy:
                'Set restart.policy to Never, or let those who read the topics drop what they have seen.',
              value: sparkValue(job, 'restart.policy'),
            })
          : [];
      });
  },
};

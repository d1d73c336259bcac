import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'topic-external-written',
  summary: 'A job writes to topics of its own pipeline.',
  why: 'Who declares a topic decides its partitions, its retention and what its records look like, and need not ask those who write to it.',
  check: pipeline =>
    pipeline.topics
      .filter(({ values }) => values.external)
      .flatMap(({ name }) =>
        pipeline.jobs
          .filter(({ values }) => values.writes?.includes(name))
          .map(job => ({
            path: '',
            problem: `the job "${job.name}" writes to the topic "${name}", which somebody else declares`,
            remedy:
              'Agree on it with the owner of the topic, or write to a topic of this pipeline.',
            value: `values.${job.engine}.jobs.${job.name}.writes`,
          })),
      ),
};

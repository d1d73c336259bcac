import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'topic-unused',
  summary: 'A declared topic is read or written by a job of the pipeline.',
  why: 'Nobody finds out who a topic is for, so nobody dares to delete it. Often the name in reads or writes is merely another one.',
  check: pipeline => {
    if (pipeline.jobs.length === 0) return [];
    const used = new Set(
      pipeline.jobs.flatMap(({ values: { reads = [], writes = [] } }) => [
        ...reads,
        ...writes,
      ]),
    );
    return pipeline.topics
      .filter(({ name }) => !used.has(name))
      .map(({ name }) => ({
        path: '',
        problem: `no job reads or writes the topic "${name}"`,
        remedy: 'Name it in reads or writes of a job, or remove it.',
        value: `values.kafka.topics.${name}`,
      }));
  },
};

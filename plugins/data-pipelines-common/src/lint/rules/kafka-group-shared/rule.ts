import { clientOf } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-group-shared',
  summary: 'Every job has a consumer group and transactional ids of its own.',
  why: 'Two jobs in one group take records from each other, each sees a part of them; with the same transactional ids each aborts what the other writes.',
  check: pipeline => {
    const clients = pipeline.jobs.map(job => ({
      ...clientOf(pipeline, job),
      name: job.name,
      value: `values.${job.engine}.jobs.${job.name}.env`,
    }));
    return (['groupId', 'transactionalIdPrefix'] as const).flatMap(what =>
      clients.flatMap(({ object, value, name, [what]: id }, i) => {
        const other = clients.find((it, j) => j < i && it[what] === id);
        return object && id && other
          ? violation(object, {
              path: '',
              problem: `the jobs "${other.name}" and "${name}" share the ${
                what === 'groupId' ? 'consumer group' : 'transactional ids'
              } "${id}"`,
              remedy: `Give "${name}" one of its own.`,
              value,
            })
          : [];
      }),
    );
  },
};

import { allows } from '../../kinds/acl';
import { clientOf, userOf } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { NamedJob, RenderedPipeline } from '../../RenderedPipeline';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-acl-missing',
  summary: "A job's Kafka user may do what the job says that it does.",
  why: 'The job is refused when it runs, not when it is installed: it restarts forever with TopicAuthorizationException.',
  check: pipeline =>
    pipeline.jobs.flatMap(job => {
      const user = userOf(pipeline, job);
      const acls = user?.spec.authorization?.acls;
      if (!user || !acls) return [];
      return needs(pipeline, job)
        .filter(
          ({ operation, type, name }) => !allows(acls, operation, type, name),
        )
        .flatMap(({ operation, type, name }) =>
          violation(user, {
            path: 'spec.authorization.acls',
            problem: `the job "${job.name}" needs ${operation} on ${type} "${name}", which no rule allows`,
            remedy: `Add a rule for ${operation} on ${type} "${name}", or remove the override that took it away.`,
            value: `values.${job.engine}.jobs.${job.name}.objects`,
          }),
        );
    }),
};

function needs(pipeline: RenderedPipeline, job: NamedJob) {
  const { values, engine } = job;
  const prefix = pipeline.values.global?.kafka?.topicPrefix ?? '';
  const { groupId, transactionalIdPrefix } = clientOf(pipeline, job);
  const topics = (operation: string, names: string[] = []) =>
    names.map(name => ({ operation, type: 'topic', name: `${prefix}${name}` }));
  const transactions =
    engine === 'flink' && values.writes?.length && transactionalIdPrefix;
  return [
    ...topics('Read', values.reads),
    ...topics('Write', values.writes),
    ...(groupId && values.reads?.length
      ? [{ operation: 'Read', type: 'group', name: groupId }]
      : []),
    ...(transactions
      ? [{ operation: 'Write', type: 'transactionalId', name: transactions }]
      : []),
  ];
}

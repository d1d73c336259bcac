import { clientOf } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-user-per-job',
  summary: 'Every job is a Kafka user of its own.',
  why: 'Jobs that share a user may do what any of them may, cannot be told apart in the log, and change their password together.',
  check: pipeline => {
    const clients = pipeline.jobs.map(job => ({
      ...clientOf(pipeline, job),
      job,
    }));
    return clients.flatMap(({ object, job, userSecret }, i) => {
      const other = clients.find(
        (it, j) => j < i && it.userSecret === userSecret,
      );
      return object && userSecret && other
        ? violation(object, {
            path: '',
            problem: `the jobs "${other.job.name}" and "${job.name}" are the same Kafka user, from the secret "${userSecret}"`,
            remedy:
              'Let credentials.via be same-namespace, kafka-access or external-secret, which give each job a user.',
            value: 'values.global.kafka.credentials.via',
          })
        : [];
    });
  },
};

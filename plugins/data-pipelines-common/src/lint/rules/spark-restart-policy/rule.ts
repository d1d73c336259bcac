import { SparkJob, sparkJobs, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-restart-policy',
  summary:
    'A stream is always started again, and a batch job only when it has failed.',
  why: 'A stream that is not started again is down after the first failure, and nobody is told; a batch job that always is begins anew as soon as it has finished.',
  check: pipeline =>
    sparkJobs(pipeline).flatMap(job => {
      const problem = problemOf(job);
      return problem
        ? violation(job.restart.object, {
            path: job.restart.at,
            problem,
            remedy: `Set restart.policy to ${
              job.streaming ? 'Always' : 'OnFailure'
            }, or leave restart out.`,
            value: sparkValue(job, 'restart.policy'),
          })
        : [];
    }),
};

function problemOf({ name, streaming, schedule, restart }: SparkJob) {
  const { policy, retries } = restart;
  if (streaming) {
    return (
      policy !== 'Always' &&
      `${name} never ends, and its restart policy is ${policy}${
        policy === 'OnFailure' && retries !== undefined
          ? `: after ${retries} failures it stays down`
          : ': after the first failure it stays down'
      }`
    );
  }
  if (policy !== 'Always') return false;
  return schedule
    ? `${name} is always started again: its first run never ends, and the schedule waits for it`
    : `${name} is no stream, and is started again as soon as it has finished`;
}

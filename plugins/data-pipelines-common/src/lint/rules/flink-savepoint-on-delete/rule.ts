import { flinkJobs, isStateful, settingViolation } from '../../kinds/flink';
import { LintRule } from '../../lintRule';

const KEY = 'kubernetes.operator.job.savepoint-on-deletion';

export const rule: LintRule = {
  id: 'flink-savepoint-on-delete',
  summary: 'A job that is removed leaves a savepoint behind.',
  why: 'Who removes a job by mistake, or moves it to another cluster, otherwise has its last checkpoint at best, and has to find it.',
  check: pipeline =>
    flinkJobs(pipeline)
      .filter(job => job.operated && isStateful(job))
      .filter(({ settings }) => settings.get(KEY) !== 'true')
      .flatMap(job =>
        settingViolation(job, {
          key: KEY,
          problem: 'no savepoint is taken before the job is removed',
          remedy: 'Set savepointOnDelete to true.',
          field: 'savepointOnDelete',
        }),
      ),
};

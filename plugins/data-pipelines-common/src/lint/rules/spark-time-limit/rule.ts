import { sparkJobs, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-time-limit',
  summary: 'A scheduled run that hangs is ended.',
  why: 'With concurrency Forbid one run that hangs is enough, and no other is started any more.',
  check: pipeline =>
    sparkJobs(pipeline)
      .filter(({ schedule }) => schedule?.concurrency === 'Forbid')
      .filter(
        ({ driver }) =>
          driver.template.spec?.activeDeadlineSeconds === undefined,
      )
      .flatMap(job =>
        violation(job.object, {
          path: `${job.driver.at}.spec.activeDeadlineSeconds`,
          problem: `a run of ${job.name} that hangs keeps every later one from starting`,
          remedy: 'Set timeoutSeconds to twice what a run takes.',
          value: sparkValue(job, 'timeoutSeconds'),
        }),
      ),
};

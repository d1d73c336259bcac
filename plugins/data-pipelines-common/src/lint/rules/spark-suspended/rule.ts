import { sparkJobs, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-suspended',
  summary: 'Jobs and schedules run, or somebody knows why one does not.',
  why: 'What was stopped for a day stays stopped with every upgrade, and a report that is missing is noticed last.',
  check: pipeline =>
    sparkJobs(pipeline)
      .filter(({ suspended }) => suspended)
      .flatMap(job =>
        violation((job.schedule ?? job.restart).object, {
          path: 'spec.suspend',
          problem: `${
            job.schedule ? `the schedule of ${job.name}` : job.name
          } is suspended: it starts nothing after the upgrade either`,
          remedy: 'Remove suspend to let it run again.',
          value: sparkValue(job, 'suspend'),
        }),
      ),
};

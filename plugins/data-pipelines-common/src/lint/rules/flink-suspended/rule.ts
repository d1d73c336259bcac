import { flinkJobs, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-suspended',
  summary: 'Jobs run, or somebody knows why one does not.',
  why: 'A job that was stopped for an hour stays stopped with every upgrade, while its topics throw away what it has not read.',
  check: pipeline =>
    flinkJobs(pipeline)
      .filter(({ job }) => job?.state === 'suspended')
      .flatMap(job =>
        violation((job.operated ? job : job.jobManager ?? job).object, {
          path: job.operated ? 'spec.job.state' : 'spec.replicas',
          problem: `${job.name} is suspended: it does not run after the upgrade either`,
          remedy: 'Remove suspended to let it run again.',
          value: valueOf(job, 'suspended'),
        }),
      ),
};

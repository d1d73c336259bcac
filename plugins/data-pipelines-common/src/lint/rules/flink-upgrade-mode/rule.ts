import { flinkJobs, isStateful, valueOf } from '../../kinds/flink';
import { INTERVAL } from '../../kinds/flinkKeys';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-upgrade-mode',
  summary:
    'A job that takes checkpoints starts from its state after an upgrade.',
  why: "With upgradeMode stateless, the operator's default, each changed line of the job throws away what it has counted so far.",
  check: pipeline =>
    flinkJobs(pipeline)
      .filter(job => job.operated && !isStateful(job))
      .filter(({ settings }) => settings.has(INTERVAL))
      .flatMap(job =>
        violation(job.object, {
          path: 'spec.job.upgradeMode',
          problem: `upgradeMode is ${
            job.job?.upgradeMode ?? 'not set, which means stateless'
          }: the job takes checkpoints every ${job.settings.get(
            INTERVAL,
          )}, and starts from none of them after a change`,
          remedy:
            'Set upgrade to savepoint, or accept it where the job remembers nothing.',
          value: valueOf(job, 'upgrade'),
        }),
      ),
};

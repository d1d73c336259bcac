import {
  FlinkWorkload,
  flinkJobs,
  isStateful,
  settingOf,
  settingViolation,
} from '../../kinds/flink';
import { INTERVAL, RETAINED } from '../../kinds/flinkKeys';
import { LintRule } from '../../lintRule';

const KEEP = 'execution.checkpointing.externalized-checkpoint-retention';

export const rule: LintRule = {
  id: 'flink-checkpoint-retained',
  summary: 'Checkpoints outlive the job, more than one of them.',
  why: 'A job that is cancelled or fails for good takes its checkpoints with it otherwise; and one damaged file is enough where there is only one.',
  check: pipeline =>
    flinkJobs(pipeline)
      .filter(job => isStateful(job) && job.settings.has(INTERVAL))
      .flatMap(job => [...onCancel(job), ...count(job)]),
};

/** The operator's own default keeps them; Flink's does not. */
function onCancel(job: FlinkWorkload) {
  const value = job.settings.get(KEEP) ?? (job.operated ? undefined : 'none');
  return value === undefined || value === 'RETAIN_ON_CANCELLATION'
    ? []
    : settingViolation(job, {
        key: KEEP,
        problem: `checkpoints are deleted when the job is cancelled (${value})`,
        remedy: 'Set checkpoints.keepOnCancel to true.',
        field: 'checkpoints.keepOnCancel',
      });
}

function count(job: FlinkWorkload) {
  const { key, value = '1' } = settingOf(job, ...RETAINED);
  return Number(value) > 1
    ? []
    : settingViolation(job, {
        key,
        problem: `${value} checkpoint is kept: with a file of it lost there is none before it`,
        remedy: 'Set checkpoints.retained to 3.',
        field: 'checkpoints.retained',
      });
}

import { flinkJobs, settingViolation } from '../../kinds/flink';
import { INTERVAL } from '../../kinds/flinkKeys';
import { LintRule } from '../../lintRule';

const KEY = 'execution.checkpointing.tolerable-failed-checkpoints';

export const rule: LintRule = {
  id: 'flink-checkpoint-failures',
  summary: 'A job goes on when a checkpoint fails now and then.',
  why: 'Storage that is slow for a minute restarts the job otherwise, and the restart makes it slower still.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job =>
      job.settings.has(INTERVAL) && !(Number(job.settings.get(KEY)) > 0)
        ? settingViolation(job, {
            key: KEY,
            problem:
              'the first checkpoint that fails restarts the job: it may fail 0 times',
            remedy: 'Set checkpoints.tolerableFailures to 3.',
            field: 'checkpoints.tolerableFailures',
          })
        : [],
    ),
};

import { flinkJobs, settingViolation } from '../../kinds/flink';
import { INTERVAL } from '../../kinds/flinkKeys';
import { durationOf, inWords } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';

const KEY = 'execution.checkpointing.min-pause';

export const rule: LintRule = {
  id: 'flink-checkpoint-pause',
  summary: 'A job rests between two checkpoints.',
  why: 'A checkpoint that takes longer than the interval is followed by the next at once, and a job that is behind never catches up.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job => {
      const interval = durationOf(job.settings.get(INTERVAL));
      if (!interval || durationOf(job.settings.get(KEY))) return [];
      return settingViolation(job, {
        key: KEY,
        problem: `there is no pause between checkpoints: one that takes longer than ${inWords(
          interval,
        )} is followed by the next at once`,
        remedy: 'Set checkpoints.minPause to half the interval.',
        field: 'checkpoints.minPause',
      });
    }),
};

import { flinkJobs, settingViolation } from '../../kinds/flink';
import { INTERVAL, TIMEOUT } from '../../kinds/flinkKeys';
import { durationOf, inWords } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';

const LEAST = 60_000;
const MOST = 60 * 60_000;

export const rule: LintRule = {
  id: 'flink-checkpoint-timeout',
  summary: 'A checkpoint has a minute to an hour before it is given up.',
  why: 'Under back-pressure checkpoints take longer: with too little time none completes any more, with too much nobody notices one that hangs.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job => {
      const timeout = durationOf(job.settings.get(TIMEOUT));
      if (!job.settings.has(INTERVAL) || timeout === undefined) return [];
      if (timeout >= LEAST && timeout <= MOST) return [];
      return settingViolation(job, {
        key: TIMEOUT,
        problem:
          timeout < LEAST
            ? `a checkpoint is given up after ${inWords(
                timeout,
              )}, which a job that is behind does not reach`
            : `a checkpoint that hangs is given up only after ${inWords(
                timeout,
              )}, and there is no other until then`,
        remedy: 'Set checkpoints.timeout between 1m and 1h.',
        field: 'checkpoints.timeout',
      });
    }),
};

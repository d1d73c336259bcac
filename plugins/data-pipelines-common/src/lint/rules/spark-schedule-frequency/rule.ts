import { shortestGap } from '../../kinds/cron';
import { sparkRuns, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const LEAST = 10;

export const rule: LintRule = {
  id: 'spark-schedule-frequency',
  summary: 'Runs of a schedule are at least ten minutes apart.',
  why: 'A driver and its executors take a minute or two to start: a run every few minutes pays more for that than for its work.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const gap = shortestGap(run.schedule?.cron);
      return run.schedule && gap !== undefined && gap < LEAST
        ? violation(run.schedule.object, {
            path: 'spec.schedule',
            problem: `${run.schedule.cron} starts a run ${gap} min after another`,
            remedy:
              'Set schedule to every ten minutes or more, or make the job a stream.',
            value: sparkValue(run, 'schedule'),
          })
        : [];
    }),
};

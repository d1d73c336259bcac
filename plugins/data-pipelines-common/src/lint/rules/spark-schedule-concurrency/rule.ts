import { shortestGap } from '../../kinds/cron';
import { inWords } from '../../kinds/flinkUnits';
import { SparkRun, sparkRuns, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-schedule-concurrency',
  summary: 'A run that is due waits while the one before still works.',
  why: 'Two runs at once write the same output and take twice the executors; when runs get slower, more and more of them pile up.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const policy = run.schedule?.concurrency ?? 'Allow';
      return run.schedule && policy === 'Allow'
        ? violation(run.schedule.object, {
            path: 'spec.concurrencyPolicy',
            problem: `a run of ${run.name} starts${everyOf(
              run,
            )} whether or not the one before has ended`,
            remedy: 'Set concurrency to Forbid, or to Replace.',
            value: sparkValue(run, 'concurrency'),
          })
        : [];
    }),
};

function everyOf({ schedule }: SparkRun): string {
  const gap = shortestGap(schedule?.cron);
  return gap === undefined ? '' : ` every ${inWords(gap * 60_000)}`;
}

import { hoursOf } from '../../kinds/cron';
import { sparkRuns, sparkValue } from '../../kinds/spark';
import { hasDaylightSaving } from '../../kinds/timeZone';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** Clocks are put forward and back between one and three at night nearly everywhere. */
const CHANGES = [1, 2];
/** More runs than that a day do not mind one more or less. */
const FEW = 4;

export const rule: LintRule = {
  id: 'spark-schedule-daylight',
  summary: 'A nightly run is not due in the hour in which clocks change.',
  why: 'In spring that hour does not exist and the run is left out; in autumn it comes twice, and so may the run.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const { timeZone = 'UTC', cron, object } = run.schedule ?? {};
      const hours = hoursOf(cron) ?? [];
      const hour = hours.find(one => CHANGES.includes(one));
      return object &&
        hour !== undefined &&
        hours.length <= FEW &&
        hasDaylightSaving(timeZone)
        ? violation(object, {
            path: 'spec.schedule',
            problem: `${cron} is due between ${hour} and ${
              hour + 1
            } at night, when the clocks of ${timeZone} may change: twice a year a run is left out or comes twice`,
            remedy: 'Set schedule to another hour, or timeZone to UTC.',
            value: sparkValue(run, 'schedule'),
          })
        : [];
    }),
};

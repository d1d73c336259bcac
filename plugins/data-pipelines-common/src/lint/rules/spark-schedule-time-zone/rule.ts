import { sparkRuns, sparkValue } from '../../kinds/spark';
import { isTimeZone } from '../../kinds/timeZone';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'spark-schedule-time-zone',
  summary: 'A schedule says in which time zone it is meant.',
  why: "Without one it is that of the operator's pod or of the control plane: three o'clock is another time on each cluster. A zone that nobody knows never starts a run.",
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const { schedule } = run;
      const zone = schedule?.timeZone;
      return schedule && (zone === undefined || !isTimeZone(zone))
        ? violation(schedule.object, {
            path: 'spec.timeZone',
            problem:
              zone === undefined
                ? `${
                    schedule.cron ?? 'its schedule'
                  } is in whatever time zone the cluster has`
                : `there is no time zone ${zone}`,
            remedy: 'Set timeZone to UTC, or to a zone such as Europe/Berlin.',
            value: sparkValue(run, 'timeZone'),
          })
        : [];
    }),
};

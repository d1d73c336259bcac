import { propertyViolation, sparkJobs } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const KEY = 'spark.eventLog.rolling.enabled';

export const rule: LintRule = {
  id: 'spark-event-log-rolling',
  summary: 'The event log of a job that never ends is cut into pieces.',
  why: 'One file grows until the History Server cannot read it any more; pieces can be compacted and deleted.',
  check: pipeline =>
    sparkJobs(pipeline)
      .filter(({ streaming }) => streaming)
      .filter(
        ({ properties }) =>
          properties.get('spark.eventLog.enabled') === 'true' &&
          properties.get(KEY) !== 'true',
      )
      .flatMap(job =>
        propertyViolation(job, {
          property: KEY,
          problem: `the event log of ${job.name}, which never ends, is one file that grows`,
          remedy: `Take ${KEY} out of sparkConf.`,
          field: 'sparkConf',
        }),
      ),
};

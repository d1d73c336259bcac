import { isOnClaim } from '../../kinds/enginePod';
import { localFolder } from '../../kinds/folders';
import { SparkRun, sparkRuns } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const ON = 'spark.eventLog.enabled';
const DIR = 'spark.eventLog.dir';

export const rule: LintRule = {
  id: 'spark-event-log',
  summary: 'What a run has done can be read after it.',
  why: "Spark's pages go with the driver: without an event log in shared storage nobody can tell why last night's run took so long.",
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      if (run.properties.get(ON) !== 'true') {
        return violation(run.object, {
          path: run.at(ON),
          problem: `${run.name} writes no event log: what a run has done is gone with its driver`,
          remedy: 'Set spark.eventLog.enabled to true.',
          value: 'values.spark.eventLog.enabled',
        });
      }
      const folder = localFolderOf(run);
      return folder && !isOnClaim([run.driver.template], folder)
        ? violation(run.object, {
            path: run.at(DIR),
            problem: `the event log is in ${folder}, which goes with the driver`,
            remedy: 'Set spark.eventLog.dir to a folder of global.storage.uri.',
            value: 'values.spark.eventLog.dir',
          })
        : [];
    }),
};

function localFolderOf({ properties }: SparkRun): string | undefined {
  return localFolder(properties.get(DIR) ?? 'file:///tmp/spark-events');
}

import { isOnClaim } from '../../kinds/enginePod';
import { localFolder } from '../../kinds/folders';
import { CHECKPOINT, propertyViolation, sparkJobs } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'spark-checkpoint-location',
  summary: 'A stream keeps its checkpoints where they outlive its driver.',
  why: 'There it finds its place in the topics again: without it a restart reads from the beginning, or leaves out what came in between.',
  check: pipeline =>
    sparkJobs(pipeline)
      .filter(({ streaming }) => streaming)
      .flatMap(job => {
        const location = job.properties.get(CHECKPOINT);
        const folder = location && localFolder(location);
        if (location && (!folder || isOnClaim([job.driver.template], folder))) {
          return [];
        }
        return propertyViolation(job, {
          property: CHECKPOINT,
          problem: location
            ? `checkpoints go to ${location}, a folder that each pod has for itself and that goes with it`
            : `${job.name} never ends, and there is no place for its checkpoints`,
          remedy:
            'Set global.storage.uri to a bucket or to HDFS, and leave the checkpoint location to the chart.',
          field: location ? 'volumes' : 'sparkConf',
        });
      }),
};

import {
  isDynamic,
  propertyViolation,
  SparkRun,
  sparkRuns,
} from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const TRACKING = 'spark.dynamicAllocation.shuffleTracking.enabled';
const KEEPS = [
  ['spark.shuffle.service.enabled'],
  [
    'spark.decommission.enabled',
    'spark.storage.decommission.enabled',
    'spark.storage.decommission.shuffleBlocks.enabled',
  ],
];

export const rule: LintRule = {
  id: 'spark-shuffle-data',
  summary:
    'With dynamic allocation somebody keeps the shuffle data of executors that leave.',
  why: 'Spark refuses to start where nobody does: what an executor has shuffled would be gone with it, and worked out again.',
  check: pipeline =>
    sparkRuns(pipeline)
      .filter(run => isDynamic(run) && !isKept(run))
      .flatMap(run =>
        propertyViolation(run, {
          property: TRACKING,
          problem:
            'executors come and go, and neither shuffle tracking nor decommissioning keeps what they have shuffled: Spark refuses to start',
          remedy:
            'Set dynamicAllocation.shuffle to tracking, or to decommission.',
          field: 'dynamicAllocation.shuffle',
        }),
      ),
};

/** Tracking is on unless it is switched off. */
function isKept({ properties }: SparkRun): boolean {
  return (
    properties.get(TRACKING) !== 'false' ||
    properties.has('spark.shuffle.sort.io.plugin.class') ||
    KEEPS.some(keys => keys.every(key => properties.get(key) === 'true'))
  );
}

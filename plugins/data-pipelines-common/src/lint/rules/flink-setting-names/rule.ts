import { compareVersions } from '../../compare/version';
import {
  FlinkWorkload,
  flinkWorkloads,
  settingViolation,
} from '../../kinds/flink';
import {
  CHECKPOINTS_DIR,
  INCREMENTAL,
  RETAINED,
  SAVEPOINTS_DIR,
} from '../../kinds/flinkKeys';
import { LintRule } from '../../lintRule';

/** The first version that reads the new names. */
const SINCE = 'v1_20';

export const rule: LintRule = {
  id: 'flink-setting-names',
  summary:
    'Each setting has one name, and one that its version of Flink reads.',
  why: 'Flink 2 has renamed settings: with both names set nobody knows which is meant, and an older Flink passes over the new one in silence.',
  check: pipeline =>
    flinkWorkloads(pipeline).flatMap(workload =>
      [CHECKPOINTS_DIR, SAVEPOINTS_DIR, INCREMENTAL, RETAINED].flatMap(
        ([now, before]) => {
          const problem = problemOf(workload, now, before);
          return problem
            ? settingViolation(workload, {
                key: now,
                problem,
                remedy: `Remove ${now} from override and flinkConfiguration: the chart sets what the version reads.`,
                field: 'flinkConfiguration',
              })
            : [];
        },
      ),
    ),
};

function problemOf(
  { settings, flinkVersion }: FlinkWorkload,
  now: string,
  before: string,
): string | false {
  if (!settings.has(now)) return false;
  if (settings.has(before)) {
    return `${now} and ${before} are two names of one setting, and both are set`;
  }
  return (
    flinkVersion !== undefined &&
    compareVersions(flinkVersion, SINCE, 2) < 0 &&
    `${flinkVersion} does not know ${now}: its name there is ${before}`
  );
}

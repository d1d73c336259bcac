import { compareVersions } from '../../compare/version';
import { flinkClusters, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const OLDEST = 'v1_15';
const NEWEST = 'v2_2';

export const rule: LintRule = {
  id: 'flink-version',
  summary: 'The operator knows the version of Flink that a job names.',
  why: 'The API server refuses a version that is not in the definition of FlinkDeployment, and the operator one that it no longer supports.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster => {
      const version = cluster.flinkVersion;
      if (version === undefined) return [];
      const tooNew = compareVersions(version, NEWEST, 2) > 0;
      const tooOld = compareVersions(version, OLDEST, 2) < 0;
      return tooNew || tooOld
        ? violation(cluster.object, {
            path: 'spec.flinkVersion',
            problem: `flinkVersion is ${version}, and operator 1.15 takes ${OLDEST} to ${NEWEST}`,
            remedy: `Set flinkVersion to ${
              tooNew ? NEWEST : 'v1_20'
            }, with an image of that version.`,
            value: valueOf(cluster, 'flinkVersion'),
          })
        : [];
    }),
};

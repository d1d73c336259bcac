import { compareVersions } from '../../compare/version';
import { flinkClusters, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const OLDEST = 'v1_15';
const CURRENT = 'v1_19';

export const rule: LintRule = {
  id: 'flink-version-age',
  summary:
    'Jobs run on a version of Flink that the operator will go on supporting.',
  why: 'A version that is deprecated goes with some next operator, and then the upgrade of both has to be done in one night.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster => {
      const version = cluster.flinkVersion;
      return version !== undefined &&
        compareVersions(version, CURRENT, 2) < 0 &&
        compareVersions(version, OLDEST, 2) >= 0
        ? violation(cluster.object, {
            path: 'spec.flinkVersion',
            problem: `flinkVersion is ${version}, which operator 1.15 calls deprecated`,
            remedy:
              'Move to v1_20, which reads the same state, with upgrade: savepoint.',
            value: valueOf(cluster, 'flinkVersion'),
          })
        : [];
    }),
};

import { compareVersions, numbersOf, tagOf } from '../../compare/version';
import { flinkClusters, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** Others may number their images as they like. */
const OFFICIAL = /^flink[:@]|(^|\/)(library|apache)\/flink[:@]/;

export const rule: LintRule = {
  id: 'flink-image-version',
  summary: "An image of Flink's own holds the version that the job names.",
  why: 'The operator writes configuration and submits the job by flinkVersion; another version in the image reads other keys, or does not start.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster => {
      const { image = '', flinkVersion } = cluster;
      const tag = tagOf(image);
      const official = OFFICIAL.test(image) && /^\d+\.\d+/.test(tag);
      return official &&
        flinkVersion !== undefined &&
        compareVersions(tag, flinkVersion, 2) !== 0
        ? violation(cluster.object, {
            path: 'spec.flinkVersion',
            problem: `flinkVersion is ${flinkVersion}, but the image ${image} holds Flink ${numbersOf(
              tag,
            )
              .slice(0, 2)
              .join('.')}`,
            remedy: 'Set flinkVersion to the version in the image.',
            value: valueOf(cluster, 'flinkVersion'),
          })
        : [];
    }),
};

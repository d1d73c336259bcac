import { compareVersions, numbersOf, tagOf } from '../../compare/version';
import { sparkRuns, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** Others may number their images as they like. */
const OFFICIAL = /^spark[:@]|(^|\/)(library|apache)\/spark(-py)?[:@]/;

export const rule: LintRule = {
  id: 'spark-version-image',
  summary: "An image of Spark's own holds the version that the job names.",
  why: 'The operator and the chart set properties by sparkVersion; another version in the image has other classes, and fails where it needs them.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const image =
        run.properties.get('spark.kubernetes.container.image') ?? '';
      const tag = tagOf(image);
      const official = OFFICIAL.test(image) && /^v?\d+\.\d+/.test(tag);
      const { version } = run;
      return official && version && compareVersions(tag, version.value, 2) !== 0
        ? violation(run.object, {
            path: version.at,
            problem: `sparkVersion is ${
              version.value
            }, but the image ${image} holds Spark ${numbersOf(tag).join('.')}`,
            remedy: 'Set sparkVersion to the version in the image.',
            value: sparkValue(run, 'sparkVersion'),
          })
        : [];
    }),
};

import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const SHOWN = [
  'FlinkDeployment',
  'FlinkSessionJob',
  'SparkApplication',
  'ScheduledSparkApplication',
  'KafkaTopic',
];

export const rule: LintRule = {
  id: 'pipeline-labels',
  summary: 'Jobs and topics say which pipeline and environment they belong to.',
  why: 'The portal shows on a page what carries its labels; without them the job runs and its page says that it is missing.',
  check: pipeline => {
    const { pipeline: named, environment } = pipeline.values.global ?? {};
    const labels = Object.entries({
      'headworks.dev/pipeline': named?.name,
      'headworks.dev/environment': environment,
    });
    return pipeline.objects
      .filter(({ kind }) => SHOWN.includes(kind))
      .flatMap(object =>
        labels
          .filter(
            ([label, value]) =>
              value && object.metadata.labels?.[label] !== value,
          )
          .flatMap(([label, value]) =>
            violation(object, {
              path: `metadata.labels.${label}`,
              problem: `the label ${label} is ${
                object.metadata.labels?.[label] ?? 'missing'
              }`,
              remedy: `Set it to ${value}, or remove the override that changed it.`,
            }),
          ),
      );
  },
};

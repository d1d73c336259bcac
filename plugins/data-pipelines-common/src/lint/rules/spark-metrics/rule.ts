import { SparkRun, sparkRuns, sparkValue } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const SINK = /^spark\.metrics\.conf\..+\.sink\.[^.]+\.class$/;

export const rule: LintRule = {
  id: 'spark-metrics',
  summary: 'Where metrics are wanted, Spark reports them.',
  why: 'Failed tasks, memory and the lag of a stream are only in its metrics: without them every alert stays silent.',
  check: pipeline =>
    pipeline.values.global?.monitoring?.enabled === true
      ? sparkRuns(pipeline)
          .filter(run => !reports(run))
          .flatMap(run =>
            violation(run.object, {
              path: run.at('spark.ui.prometheus.enabled'),
              problem: `metrics are wanted, and ${run.name} reports none: its alerts stay silent`,
              remedy:
                'Take the override of spark.ui.prometheus and spark.metrics out.',
              value: sparkValue(run, 'override'),
            }),
          )
      : [],
};

function reports({ properties, jmxExporterJar }: SparkRun): boolean {
  return (
    jmxExporterJar !== undefined ||
    properties.get('spark.ui.prometheus.enabled') === 'true' ||
    [...properties.keys()].some(key => SINK.test(key))
  );
}

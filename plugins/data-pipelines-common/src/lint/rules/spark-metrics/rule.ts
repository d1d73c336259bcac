import { SparkRun, sparkRuns } from '../../kinds/spark';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const SINK = /^spark\.metrics\.conf\..+\.sink\.[^.]+\.class$/;

export const rule: LintRule = {
  id: 'spark-metrics',
  summary: 'Spark reports its metrics to somebody.',
  why: 'Failed tasks, memory and the lag of a stream are only in its metrics: without them no alert tells of a job that is slow.',
  check: pipeline =>
    sparkRuns(pipeline)
      .filter(run => !reports(run))
      .flatMap(run =>
        violation(run.object, {
          path: run.at('spark.ui.prometheus.enabled'),
          problem: `${run.name} reports no metrics: nobody is told of failed tasks`,
          remedy: 'Set global.monitoring.enabled to true.',
          value: 'values.global.monitoring.enabled',
        }),
      ),
};

function reports({ properties, jmxExporterJar }: SparkRun): boolean {
  return (
    jmxExporterJar !== undefined ||
    properties.get('spark.ui.prometheus.enabled') === 'true' ||
    [...properties.keys()].some(key => SINK.test(key))
  );
}

import { flinkClusters } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const REPORTER = /^metrics\.reporter\.[^.]+\.(factory\.)?class$/;

export const rule: LintRule = {
  id: 'flink-metrics',
  summary: 'Flink reports its metrics to somebody.',
  why: 'Restarts, failed checkpoints, lag and back-pressure are only in its metrics: without a reporter no alert tells of them.',
  check: pipeline =>
    flinkClusters(pipeline)
      .filter(
        ({ settings }) => ![...settings.keys()].some(key => REPORTER.test(key)),
      )
      .flatMap(cluster =>
        violation(cluster.object, {
          path: cluster.at('metrics.reporter.prom.factory.class'),
          problem: `${cluster.name} has no metrics reporter: nobody is told of restarts and failed checkpoints`,
          remedy: 'Set global.monitoring.enabled to true.',
          value: 'values.global.monitoring.enabled',
        }),
      ),
};

import { flinkClusters, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const REPORTER = /^metrics\.reporter\.[^.]+\.(factory\.)?class$/;

export const rule: LintRule = {
  id: 'flink-metrics',
  summary: 'Where metrics are wanted, Flink reports them.',
  why: 'Restarts, failed checkpoints, lag and back-pressure are only in its metrics: without a reporter every alert stays silent.',
  check: pipeline =>
    pipeline.values.global?.monitoring?.enabled === true
      ? flinkClusters(pipeline)
          .filter(
            ({ settings }) =>
              ![...settings.keys()].some(key => REPORTER.test(key)),
          )
          .flatMap(cluster =>
            violation(cluster.object, {
              path: cluster.at('metrics.reporter.prom.factory.class'),
              problem: `metrics are wanted, and ${cluster.name} has no reporter: its alerts stay silent`,
              remedy: 'Take the override of metrics.reporter out.',
              value: valueOf(cluster, 'override'),
            }),
          )
      : [],
};

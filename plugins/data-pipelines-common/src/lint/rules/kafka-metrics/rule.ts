import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-metrics',
  summary: 'A Kafka cluster tells how it is and how far behind consumers are.',
  why: 'Without metrics nobody sees that partitions lack copies or that a volume fills; without the exporter nobody sees the lag of a job that stopped.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) => [
      ...(kafka.spec.kafka?.metricsConfig
        ? []
        : violation(kafka, {
            path: 'spec.kafka.metricsConfig',
            problem: 'brokers and controllers have no metrics',
            remedy: 'Set metricsConfig.type to strimziMetricsReporter.',
            value: 'values.global.monitoring.enabled',
          })),
      ...(kafka.spec.kafkaExporter
        ? []
        : violation(kafka, {
            path: 'spec.kafkaExporter',
            problem: 'nothing measures how far consumer groups are behind',
            remedy: 'Enable the exporter.',
            value: 'values.kafka.cluster.exporter.enabled',
          })),
    ]),
};

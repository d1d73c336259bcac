import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-quotas',
  summary: 'Kafka refuses writes before a volume is full.',
  why: 'A broker whose disk is full stops and does not start again by itself. With a quota of type strimzi, writers are slowed down first.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) => {
      const quotas = kafka.spec.kafka?.quotas;
      const kept =
        quotas?.minAvailableRatioPerVolume ??
        quotas?.minAvailableBytesPerVolume;
      return kept === undefined
        ? violation(kafka, {
            path: 'spec.kafka.quotas',
            problem: 'writers may fill a volume to its end',
            remedy:
              'Set quotas to type strimzi with minAvailableRatioPerVolume: 0.1.',
            value: 'values.kafka.cluster.quotas',
          })
        : [];
    }),
};

import { compareVersions } from '../../compare/version';
import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-metadata-version',
  summary: 'The format of the metadata is no newer than Kafka.',
  why: 'Kafka does not start with a format that it does not know.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) => {
      const { version, metadataVersion } = kafka.spec.kafka ?? {};
      return version &&
        metadataVersion &&
        compareVersions(metadataVersion, version, 2) > 0
        ? violation(kafka, {
            path: 'spec.kafka.metadataVersion',
            problem: `Kafka ${version} does not know the metadata version ${metadataVersion}`,
            remedy: `Set metadataVersion to what Kafka ${version} has, or lower.`,
            value: 'values.kafka.cluster.metadataVersion',
          })
        : [];
    }),
};

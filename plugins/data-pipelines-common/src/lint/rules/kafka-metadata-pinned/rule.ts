import { kafkaClusters } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-metadata-pinned',
  summary: 'The format of the metadata is set beside the version of Kafka.',
  why: 'Without it, a new version of Kafka writes its newest format at once, and there is no way back to the version before.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) => {
      const { version, metadataVersion } = kafka.spec.kafka ?? {};
      if (version === undefined || metadataVersion !== undefined) return [];
      const minor = version.split('.').slice(0, 2).join('.');
      return violation(kafka, {
        path: 'spec.kafka.metadataVersion',
        problem: `it follows version ${version}, so the next version cannot be undone`,
        remedy: `Set metadataVersion to "${minor}", and raise it some days after the version.`,
        value: 'values.kafka.cluster.metadataVersion',
      });
    }),
};

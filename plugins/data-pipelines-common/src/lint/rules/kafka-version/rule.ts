import { kafkaClusters } from '../../kinds/kafkaCluster';
import { KAFKA_VERSIONS } from '../../kinds/kafkaVersions';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-version',
  summary: 'A Kafka cluster names a version that its operator knows.',
  why: 'Without a version, an upgrade of the operator upgrades every cluster. With one that the operator does not know, it stops looking after the cluster.',
  check: pipeline =>
    kafkaClusters(pipeline).flatMap(({ kafka }) => {
      const version = kafka.spec.kafka?.version;
      if (version !== undefined && KAFKA_VERSIONS.includes(version)) return [];
      return violation(kafka, {
        path: 'spec.kafka.version',
        problem: version
          ? `the operator does not know Kafka ${version}`
          : "the operator's newest version is taken, whichever it is",
        remedy: `Set version to one of ${KAFKA_VERSIONS.join(', ')}.`,
        value: 'values.kafka.cluster.version',
      });
    }),
};

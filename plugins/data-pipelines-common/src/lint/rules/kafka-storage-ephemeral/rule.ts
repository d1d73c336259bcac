import { nodePools } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';
import { volumesOf } from '../../kinds/kafkaVolumes';

export const rule: LintRule = {
  id: 'kafka-storage-ephemeral',
  summary: 'Kafka writes to persistent volumes.',
  why: 'An ephemeral volume goes with its pod. Every restart copies all records from other brokers, and a restart of all of them loses everything.',
  check: pipeline =>
    nodePools(pipeline).flatMap(pool =>
      volumesOf(pool)
        .filter(({ volume }) => volume.type === 'ephemeral')
        .flatMap(({ path }) =>
          violation(pool, {
            path: `${path}.type`,
            problem: 'what its nodes write is lost with their pods',
            remedy: 'Set storage.type to persistent-claim with a size.',
            value: `values.kafka.cluster.pools.${pool.metadata.name}.storage.type`,
          }),
        ),
    ),
};

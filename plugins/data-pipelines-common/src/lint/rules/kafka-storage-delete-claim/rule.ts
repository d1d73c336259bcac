import { nodePools } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';
import { volumesOf } from '../../kinds/kafkaVolumes';

export const rule: LintRule = {
  id: 'kafka-storage-delete-claim',
  summary: 'The volumes of Kafka outlive the cluster object.',
  why: 'With deleteClaim: true, deleting the Kafka object by mistake deletes every record of every topic at once.',
  check: pipeline =>
    nodePools(pipeline).flatMap(pool =>
      volumesOf(pool)
        .filter(({ volume }) => volume.deleteClaim === true)
        .flatMap(({ path }) =>
          violation(pool, {
            path: `${path}.deleteClaim`,
            problem: 'its volumes are deleted with the cluster',
            remedy: 'Set deleteClaim to false.',
            value: `values.kafka.cluster.pools.${pool.metadata.name}.storage.deleteClaim`,
          }),
        ),
    ),
};

import { nodePools } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';
import { volumesOf } from '../../kinds/kafkaVolumes';

export const rule: LintRule = {
  id: 'kafka-metadata-volume',
  summary: 'Of several volumes, exactly one is marked to hold the metadata.',
  why: 'Without a mark the volume with the lowest id holds it: another volume with a lower id moves the metadata of every node and restarts it. Two marks are refused.',
  check: pipeline =>
    nodePools(pipeline).flatMap(pool => {
      const volumes = volumesOf(pool);
      const marked = volumes.filter(({ volume }) => volume.kraftMetadata);
      return volumes.length < 2 || marked.length === 1
        ? []
        : violation(pool, {
            path: 'spec.storage.volumes',
            problem: `${marked.length} of ${volumes.length} volumes are marked with kraftMetadata`,
            remedy: 'Set kraftMetadata: shared on exactly one of them.',
            value: `values.kafka.cluster.pools.${pool.metadata.name}.storage`,
          });
    }),
};

import { bytesOf } from '../../compare/quantity';
import { nodePools } from '../../kinds/kafkaCluster';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'kafka-heap',
  summary: "A broker's heap takes at most half of its memory.",
  why: 'Kafka serves reads from the page cache, which has what the heap leaves. A heap as large as the container gets it killed.',
  check: pipeline =>
    nodePools(pipeline)
      .filter(({ spec }) => spec.roles?.includes('broker'))
      .flatMap(pool => {
        const heap = pool.spec.jvmOptions?.['-Xmx'];
        const memory = pool.spec.resources?.limits?.memory;
        const share = (heapBytes(heap) ?? 0) / (bytesOf(memory) ?? Infinity);
        return share <= 0.5
          ? []
          : violation(pool, {
              path: 'spec.jvmOptions.-Xmx',
              problem: `a heap of ${heap} is ${Math.round(
                share * 100,
              )} % of the ${memory} of a broker`,
              remedy: 'Give it half of the memory or less.',
              value: `values.kafka.cluster.pools.${pool.metadata.name}.heap`,
            });
      }),
};

/** Java counts in powers of 1024: `2g` is `2Gi`. */
function heapBytes(heap: string | undefined) {
  return bytesOf(heap?.replace(/[kmg]$/i, unit => `${unit.toUpperCase()}i`));
}

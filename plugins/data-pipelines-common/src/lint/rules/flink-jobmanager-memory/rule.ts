import { flinkClusters, valueOf } from '../../kinds/flink';
import { jobManagerHeap } from '../../kinds/flinkMemory';
import { inMebibytes, MEBIBYTE } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const LEAST = 256 * MEBIBYTE;

export const rule: LintRule = {
  id: 'flink-jobmanager-memory',
  summary: 'The JobManager has heap for its job graph and checkpoints.',
  why: 'Class space, overhead and off-heap memory come first: of a small process little heap is left, and a JobManager without it is restarted again and again.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster => {
      const memory = jobManagerHeap(cluster);
      if (!memory || memory.heap >= LEAST) return [];
      const { process, heap } = memory;
      return violation(
        (cluster.operated ? cluster : cluster.jobManager ?? cluster).object,
        {
          path: cluster.operated ? 'spec.jobManager.resource.memory' : '',
          problem: `of ${inMebibytes(process)} the JobManager ${
            heap > 0 ? `has ${inMebibytes(heap)} of heap` : 'has no heap left'
          }`,
          remedy: 'Set jobManager.memory to 1536m or more.',
          value: valueOf(cluster, 'jobManager.memory'),
        },
      );
    }),
};

import { flinkClusters, valueOf } from '../../kinds/flink';
import { taskManagerMemory } from '../../kinds/flinkMemory';
import { inMebibytes } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-taskmanager-memory',
  summary: 'What a TaskManager is made of fits into its memory.',
  why: 'Class space, overhead, network and managed memory come first: where nothing is left for the heap, Flink does not start the TaskManager.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster => {
      const memory = taskManagerMemory(cluster);
      if (!memory || memory.taskHeap > 0) return [];
      const { process, managed, taskHeap } = memory;
      return violation((cluster.taskManager ?? cluster).object, {
        path: cluster.operated ? 'spec.taskManager.resource.memory' : '',
        problem: `${inMebibytes(process)} are ${inMebibytes(
          -taskHeap,
        )} too little for a TaskManager with ${inMebibytes(
          managed,
        )} of managed memory, which leaves no heap`,
        remedy: 'Raise taskManager.memory, or lower state.managedFraction.',
        value: valueOf(cluster, 'taskManager.memory'),
      });
    }),
};

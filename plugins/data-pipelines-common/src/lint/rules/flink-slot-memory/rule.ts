import {
  FlinkWorkload,
  flinkClusters,
  settingOf,
  valueOf,
} from '../../kinds/flink';
import { BACKEND } from '../../kinds/flinkKeys';
import { TaskManagerMemory, taskManagerMemory } from '../../kinds/flinkMemory';
import { inMebibytes, MEBIBYTE } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const LEAST = 128 * MEBIBYTE;

export const rule: LintRule = {
  id: 'flink-slot-memory',
  summary:
    'Each slot of a TaskManager has heap, and RocksDB memory, to work with.',
  why: 'Slots divide what a TaskManager has: with too little each, garbage collection and reads from disk take the time that records should have.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(cluster => {
      const memory = taskManagerMemory(cluster);
      const problem =
        memory && memory.taskHeap > 0 && problemOf(cluster, memory);
      return problem
        ? violation((cluster.taskManager ?? cluster).object, {
            path: cluster.operated ? 'spec.taskManager.resource.memory' : '',
            problem,
            remedy: `Raise taskManager.memory above ${inMebibytes(
              memory.process,
            )}, or lower taskManager.slots.`,
            value: valueOf(cluster, 'taskManager.memory'),
          })
        : [];
    }),
};

function problemOf(
  cluster: FlinkWorkload,
  { process, taskHeap, managed, slots }: TaskManagerMemory,
) {
  const shares = `${inMebibytes(process)} and ${slots} slots leave each`;
  if (taskHeap / slots < LEAST) {
    return `${shares} ${inMebibytes(taskHeap / slots)} of heap`;
  }
  return (
    settingOf(cluster, ...BACKEND).value === 'rocksdb' &&
    managed / slots < LEAST &&
    `${shares} ${inMebibytes(managed / slots)} for RocksDB`
  );
}

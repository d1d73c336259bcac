import { FlinkWorkload, flinkClusters, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-task-slots',
  summary: 'TaskManagers have a slot for each parallel part of their job.',
  why: 'Where their number is fixed nobody adds one: a job with too few slots waits for ever, and runs nothing.',
  check: pipeline =>
    flinkClusters(pipeline).flatMap(workload => {
      const { job, taskManager } = workload;
      const [replicas, slots] = [taskManager?.replicas, slotsOf(workload)];
      const parallelism = job?.parallelism ?? 1;
      if (!isFixed(workload) || !taskManager || !replicas) return [];
      if (replicas * slots >= parallelism) return [];
      return violation(taskManager.object, {
        path: 'spec.replicas',
        problem: `${replicas} TaskManagers of ${slots} slots are too few for parallelism ${parallelism}, and the job waits for ever`,
        remedy: `Set taskManager.replicas to ${Math.ceil(
          parallelism / slots,
        )}, or lower parallelism to ${replicas * slots}.`,
        value: valueOf(workload, 'taskManager.replicas'),
      });
    }),
};

function slotsOf({ settings }: FlinkWorkload): number {
  return Number(settings.get('taskmanager.numberOfTaskSlots') ?? 1);
}

/** The operator's native mode makes as many as it needs; a reactive job takes what there is. */
function isFixed({ operated, job, settings }: FlinkWorkload): boolean {
  return (
    !operated &&
    job?.state !== 'suspended' &&
    settings.get('scheduler-mode') !== 'reactive'
  );
}

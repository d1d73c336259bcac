import { propertyViolation, sparkRuns } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const TASK = 'spark.task.cpus';

export const rule: LintRule = {
  id: 'spark-task-cores',
  summary: 'An executor has the cores that one task takes.',
  why: 'Spark refuses to start where no executor could run a single task.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const task = Number(run.properties.get(TASK) ?? 1);
      const executor = Number(run.properties.get('spark.executor.cores') ?? 1);
      return task > executor
        ? propertyViolation(run, {
            property: TASK,
            problem: `a task takes ${task} cores, and an executor has ${executor}`,
            remedy: `Raise executor.cores to ${task}, or lower ${TASK}.`,
            field: 'executor.cores',
          })
        : [];
    }),
};

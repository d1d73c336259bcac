import { inMebibytes, MEBIBYTE } from '../../kinds/flinkUnits';
import { propertyViolation, sparkRuns } from '../../kinds/spark';
import { heapOf, SparkRole } from '../../kinds/sparkMemory';
import { LintRule } from '../../lintRule';

const ROLES: SparkRole[] = ['driver', 'executor'];
/** What Spark keeps for itself, and half as much again. */
const LEAST = 450 * MEBIBYTE;

export const rule: LintRule = {
  id: 'spark-memory-minimum',
  summary:
    'Driver and executors have the memory without which Spark does not start.',
  why: 'Spark keeps 300 MiB for itself and refuses a JVM with less than one and a half times that.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run =>
      ROLES.flatMap(role => {
        const heap = heapOf(run, role);
        return heap !== undefined && heap < LEAST
          ? propertyViolation(run, {
              property: `spark.${role}.memory`,
              problem: `the ${role} has ${inMebibytes(
                heap,
              )}, and Spark does not start below ${inMebibytes(LEAST)}`,
              remedy: `Set ${role}.memory to 1g or more.`,
              field: `${role}.memory`,
            })
          : [];
      }),
    ),
};

import { inMebibytes, MEBIBYTE } from '../../kinds/flinkUnits';
import { propertyViolation, SparkRun, sparkRuns } from '../../kinds/spark';
import { heapOf, overheadOf, SparkRole } from '../../kinds/sparkMemory';
import { LintRule } from '../../lintRule';

const ROLES: SparkRole[] = ['driver', 'executor'];
const LEAST = 384 * MEBIBYTE;

export const rule: LintRule = {
  id: 'spark-memory-overhead',
  summary: 'Pods of Spark have memory beside the JVM, most of all with Python.',
  why: "Python's own processes, buffers and threads live there: with too little the kernel ends the container in the middle of a stage, and nothing in Spark's log says why.",
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run =>
      ROLES.flatMap(role => {
        const [heap, overhead] = [heapOf(run, role), overheadOf(run, role)];
        if (!heap || overhead === undefined) return [];
        const needed = Math.max(heap * factorFor(run), LEAST);
        if (overhead >= needed) return [];
        return propertyViolation(run, {
          property: propertyOf(run, role),
          problem: `the ${role} has ${inMebibytes(
            overhead,
          )} beside a JVM of ${inMebibytes(heap)}${
            run.language === 'Python' ? ', and Python has to live there' : ''
          }`,
          remedy: `Raise ${role}.memoryOverhead to ${inMebibytes(
            needed,
          )}, or leave it to Spark.`,
          field: `${role}.memoryOverhead`,
        });
      }),
    ),
};

/** Spark itself takes 0.4 for Python; half of that is enough for a driver that only plans. */
function factorFor({ language }: SparkRun): number {
  return language === 'Python' ? 0.2 : 0.1;
}

function propertyOf({ properties }: SparkRun, role: SparkRole): string {
  const own = `spark.${role}.memoryOverhead`;
  return properties.has(own) ? own : 'spark.kubernetes.memoryOverheadFactor';
}

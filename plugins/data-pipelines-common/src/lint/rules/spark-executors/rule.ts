import { isDynamic, propertyViolation, sparkRuns } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const FIXED = 'spark.executor.instances';
const MOST = 'spark.dynamicAllocation.maxExecutors';

export const rule: LintRule = {
  id: 'spark-executors',
  summary: 'A job may have at least one executor.',
  why: 'A driver without executors starts, plans its first stage, and waits for ever.',
  check: pipeline =>
    sparkRuns(pipeline).flatMap(run => {
      const property = isDynamic(run) ? MOST : FIXED;
      const count = Number(run.properties.get(property) ?? 1);
      return count < 1
        ? propertyViolation(run, {
            property,
            problem: `${property} is ${count}: nobody runs the job's tasks`,
            remedy: 'Raise it to 1 or more.',
            field: isDynamic(run)
              ? 'dynamicAllocation.max'
              : 'executor.instances',
          })
        : [];
    }),
};

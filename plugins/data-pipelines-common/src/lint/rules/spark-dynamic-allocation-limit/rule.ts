import { isDynamic, propertyViolation, sparkRuns } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const MOST = 'spark.dynamicAllocation.maxExecutors';
const MANY = 1000;

export const rule: LintRule = {
  id: 'spark-dynamic-allocation-limit',
  summary: 'Dynamic allocation says how many executors there may be.',
  why: 'Without a limit Spark asks for one executor for each task that waits: a wide stage takes the whole Kubernetes cluster.',
  check: pipeline =>
    sparkRuns(pipeline)
      .filter(isDynamic)
      .flatMap(run => {
        const most = run.properties.get(MOST);
        return most === undefined || Number(most) > MANY
          ? propertyViolation(run, {
              property: MOST,
              problem: `there may be ${
                most ?? 'any number of'
              } executors at once`,
              remedy: 'Set dynamicAllocation.max to what the job may take.',
              field: 'dynamicAllocation.max',
            })
          : [];
      }),
};

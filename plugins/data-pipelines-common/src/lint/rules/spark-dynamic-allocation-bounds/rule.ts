import {
  isDynamic,
  propertyViolation,
  SparkRun,
  sparkRuns,
} from '../../kinds/spark';
import { LintRule } from '../../lintRule';

const AT = 'spark.dynamicAllocation';

export const rule: LintRule = {
  id: 'spark-dynamic-allocation-bounds',
  summary:
    'Dynamic allocation starts between its least and its most executors.',
  why: 'Spark refuses to start with a minimum above the maximum, and with a first number outside of both.',
  check: pipeline =>
    sparkRuns(pipeline)
      .filter(isDynamic)
      .flatMap(run => {
        const min = numberOf(run, 'minExecutors', 0);
        const max = numberOf(run, 'maxExecutors', Infinity);
        const initial = numberOf(run, 'initialExecutors', min);
        if (min > max) {
          return propertyViolation(run, {
            property: `${AT}.minExecutors`,
            problem: `the least number of executors is ${min}, the most ${max}`,
            remedy: `Lower dynamicAllocation.min to ${max} or less.`,
            field: 'dynamicAllocation.min',
          });
        }
        return initial < min || initial > max
          ? propertyViolation(run, {
              property: `${AT}.initialExecutors`,
              problem: `it starts with ${initial}, where ${
                initial < min ? `${min} is the least` : `${max} is the most`
              }`,
              remedy: 'Leave dynamicAllocation.initial out.',
              field: 'dynamicAllocation.initial',
            })
          : [];
      }),
};

function numberOf({ properties }: SparkRun, key: string, other: number) {
  const said = properties.get(`${AT}.${key}`);
  return said === undefined ? other : Number(said);
}

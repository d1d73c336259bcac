import { isDynamic, propertyViolation, sparkJobs } from '../../kinds/spark';
import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'spark-streaming-allocation',
  summary: 'A stream has a fixed number of executors.',
  why: 'Dynamic allocation counts tasks that wait, which micro-batches hardly have: executors leave between two of them and are missing in the next.',
  check: pipeline =>
    sparkJobs(pipeline)
      .filter(job => job.streaming && isDynamic(job))
      .flatMap(job =>
        propertyViolation(job, {
          property: 'spark.dynamicAllocation.enabled',
          problem: `${job.name} is a stream, and its executors come and go between micro-batches`,
          remedy:
            'Remove dynamicAllocation and set executor.instances to what the busiest hour takes.',
          field: 'dynamicAllocation',
        }),
      ),
};

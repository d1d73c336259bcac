import { FlinkWorkload, flinkJobs, valueOf } from '../../kinds/flink';
import { partitionsOf } from '../../kinds/topics';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-parallelism-partitions',
  summary: 'A job has no more parallel parts than its topics have partitions.',
  why: 'A partition is read by one part: the others get nothing, cost as much, and hold back the time of every window behind them.',
  check: pipeline => {
    const reads = new Map(
      pipeline.jobs
        .filter(({ engine }) => engine === 'flink')
        .map(({ name, values }) => [name, values.reads ?? []]),
    );
    return flinkJobs(pipeline).flatMap(job => {
      const topics = reads.get(job.name) ?? [];
      const partitions = topics.map(name => partitionsOf(pipeline, name));
      const most = Math.max(...partitions.map(count => count ?? Infinity));
      const parallelism = partsOf(job);
      if (topics.length === 0 || parallelism <= most) return [];
      return violation(job.object, {
        path: job.operated
          ? 'spec.job.parallelism'
          : job.at('parallelism.default'),
        problem: `${topics
          .map((name, index) => `${name} has ${partitions[index]}`)
          .join(' and ')} partitions, so ${
          parallelism - most
        } of the ${parallelism} parallel parts read nothing`,
        remedy: `Lower parallelism to ${most}, or raise partitions of a topic that it reads.`,
        value: valueOf(job, 'parallelism'),
      });
    });
  },
};

/** What an autoscaler decides it decides by the partitions. */
function partsOf({ job, settings }: FlinkWorkload): number {
  return settings.get('job.autoscaler.enabled') === 'true'
    ? 0
    : job?.parallelism ?? 0;
}

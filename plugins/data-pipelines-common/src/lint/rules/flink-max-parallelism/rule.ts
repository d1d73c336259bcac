import { flinkJobs, isStateful, settingViolation } from '../../kinds/flink';
import { MAX_PARALLELISM } from '../../kinds/flinkKeys';
import { LintRule } from '../../lintRule';

export const rule: LintRule = {
  id: 'flink-max-parallelism',
  summary: 'A job with state says from its first day how far it may grow.',
  why: 'Flink picks the number from the first parallelism, divides the state by it, and it can never change after that: the job stops growing there.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job =>
      isStateful(job) && !job.settings.has(MAX_PARALLELISM)
        ? settingViolation(job, {
            key: MAX_PARALLELISM,
            problem: `no maximum parallelism is set: Flink derives one from parallelism ${
              job.job?.parallelism ?? 1
            }, and the state is divided by it for good`,
            remedy:
              'Set maxParallelism to a number with many divisors, such as 360.',
            field: 'maxParallelism',
          })
        : [],
    ),
};

import {
  FlinkWorkload,
  flinkJobs,
  settingViolation,
  valueOf,
} from '../../kinds/flink';
import { MAX_PARALLELISM } from '../../kinds/flinkKeys';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const AUTOSCALER_MOST = 'job.autoscaler.vertex.max-parallelism';

export const rule: LintRule = {
  id: 'flink-parallelism-limit',
  summary: 'No job asks for more parallelism than its maximum.',
  why: 'Flink refuses to start a job with more parallel parts than its state is divided into.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job => [...ofJob(job), ...ofAutoscaler(job)]),
};

function most({ settings }: FlinkWorkload) {
  return Number(settings.get(MAX_PARALLELISM) ?? Infinity);
}

function ofJob(job: FlinkWorkload) {
  const parallelism = job.job?.parallelism ?? 0;
  if (parallelism <= most(job)) return [];
  return violation(job.object, {
    path: job.operated ? 'spec.job.parallelism' : job.at('parallelism.default'),
    problem: `parallelism ${parallelism} is more than the maximum ${most(
      job,
    )}, and Flink refuses to start the job`,
    remedy: `Lower parallelism to ${most(
      job,
    )}, or raise maxParallelism while there is no state yet.`,
    value: valueOf(job, 'parallelism'),
  });
}

function ofAutoscaler(job: FlinkWorkload) {
  const upper = Number(job.settings.get(AUTOSCALER_MOST) ?? 0);
  return upper > most(job)
    ? settingViolation(job, {
        key: AUTOSCALER_MOST,
        problem: `the autoscaler may go up to ${upper}, but the job's maximum is ${most(
          job,
        )}`,
        remedy: `Lower autoscaler.maxParallelism to ${most(job)}.`,
        field: 'autoscaler.maxParallelism',
      })
    : [];
}

import { networkPolicies, restrictsEgress } from '../../kinds/egress';
import { belongsTo } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

/** Kinds whose own pods ask the API server for more pods, or for a lock. */
const ASKS = [
  'FlinkDeployment',
  'SparkApplication',
  'ScheduledSparkApplication',
];

export const rule: LintRule = {
  id: 'network-policy-api-server',
  summary: 'A job that makes its own pods may connect to the API server.',
  why: "Flink's JobManager and Spark's driver ask the API server for TaskManagers and executors, and keep leader and checkpoints there; without it the job never begins.",
  check: pipeline => {
    const cidrs = pipeline.values.global?.networkPolicy?.apiServerCidrs ?? [];
    return pipeline.jobs
      .filter(job =>
        pipeline.objects.some(
          object => ASKS.includes(object.kind) && belongsTo(object, job),
        ),
      )
      .flatMap(job =>
        networkPolicies(pipeline)
          .filter(policy => belongsTo(policy, job) && restrictsEgress(policy))
          .filter(
            ({ spec }) =>
              !spec.egress?.some(
                ({ to }) =>
                  !to?.length ||
                  to.some(({ ipBlock }) =>
                    [...cidrs, '0.0.0.0/0', '::/0'].includes(
                      ipBlock?.cidr ?? '',
                    ),
                  ),
              ),
          )
          .flatMap(policy =>
            violation(policy, {
              path: 'spec.egress',
              problem: `the job "${job.name}" may not connect to the API server`,
              remedy:
                'Name its addresses in global.networkPolicy.apiServerCidrs.',
              value: 'values.global.networkPolicy.apiServerCidrs',
            }),
          ),
      );
  },
};

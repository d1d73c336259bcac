import { networkPolicies } from '../../kinds/egress';
import { belongsTo, isTest } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'network-policy-missing',
  summary: 'Every job has a network policy.',
  why: "Every pod of the cluster may connect to the job. Whoever reaches Flink's REST port or Spark's driver can run a program of their own in it.",
  check: pipeline => {
    const policies = networkPolicies(pipeline);
    return pipeline.jobs.flatMap(job => {
      const pod = pipeline.pods.find(
        ({ object }) => belongsTo(object, job) && !isTest(object),
      );
      return !pod || policies.some(policy => belongsTo(policy, job))
        ? []
        : violation(pod.object, {
            path: '',
            problem: `no network policy protects the job "${job.name}"`,
            remedy: 'Set global.networkPolicy.enabled to true.',
            value: 'values.global.networkPolicy.enabled',
          });
    });
  },
};

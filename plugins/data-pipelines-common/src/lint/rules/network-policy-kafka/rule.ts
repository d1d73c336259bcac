import {
  letsThrough,
  networkPolicies,
  restrictsEgress,
} from '../../kinds/egress';
import { belongsTo, clientOf } from '../../kinds/jobClient';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'network-policy-kafka',
  summary: 'A job whose connections are restricted may connect to Kafka.',
  why: 'The job starts, and then waits for brokers until it times out, again and again.',
  check: pipeline =>
    pipeline.jobs.flatMap(job => {
      const { bootstrapServers = '' } = clientOf(pipeline, job);
      const ports = bootstrapServers
        .split(',')
        .map(address => Number(address.split(':')[1]))
        .filter(Boolean);
      return networkPolicies(pipeline)
        .filter(policy => belongsTo(policy, job) && restrictsEgress(policy))
        .flatMap(policy =>
          [...new Set(ports)]
            .filter(port => !letsThrough(policy.spec.egress, port))
            .flatMap(port =>
              violation(policy, {
                path: 'spec.egress',
                problem: `the job "${job.name}" may not connect to port ${port} of Kafka`,
                remedy: `Allow port ${port} to where Kafka runs.`,
                value: 'values.global.networkPolicy.egress',
              }),
            ),
        );
    }),
};

import {
  letsThrough,
  networkPolicies,
  restrictsEgress,
} from '../../kinds/egress';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'network-policy-dns',
  summary: 'Pods whose connections are restricted may ask for names.',
  why: 'Without DNS no name of Kafka, of storage or of the API server is known, and everything times out.',
  check: pipeline =>
    networkPolicies(pipeline)
      .filter(
        policy =>
          restrictsEgress(policy) &&
          policy.spec.egress?.length &&
          !letsThrough(policy.spec.egress, 53),
      )
      .flatMap(policy =>
        violation(policy, {
          path: 'spec.egress',
          problem: 'its pods may not ask for names: port 53 is closed',
          remedy: 'Allow port 53, UDP and TCP, to the DNS of the cluster.',
          value: 'values.global.networkPolicy.egress',
        }),
      ),
};

import { networkPolicies } from '../../kinds/egress';
import { LintRule } from '../../lintRule';
import { Peer, PolicyRule } from '../../kinds/networkPolicy';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'network-policy-open',
  summary: 'A network policy names who may connect.',
  why: 'A rule without a sender opens the port to every pod of the cluster, and to the world where a Service or an Ingress leads there.',
  check: pipeline =>
    networkPolicies(pipeline).flatMap(policy =>
      (policy.spec.ingress ?? []).flatMap(({ from, ports }, i) =>
        from?.length && !from.some(isEverybody)
          ? []
          : violation(policy, {
              path: `spec.ingress.${i}`,
              problem: `everybody may connect to ${portsOf(ports)}`,
              remedy: 'Name pods, namespaces or addresses in from.',
              value: 'values.global.networkPolicy',
            }),
      ),
    ),
};

function portsOf(ports: PolicyRule['ports'] = []) {
  const named = ports.flatMap(({ port }) => port ?? []);
  return named.length > 0
    ? named.map(port => `port ${port}`).join(', ')
    : 'every port';
}

function isEverybody({ namespaceSelector, podSelector, ipBlock }: Peer) {
  const everyNamespace =
    namespaceSelector !== undefined &&
    Object.keys(namespaceSelector).length === 0;
  return (
    (everyNamespace && !podSelector) ||
    ['0.0.0.0/0', '::/0'].includes(ipBlock?.cidr ?? '')
  );
}

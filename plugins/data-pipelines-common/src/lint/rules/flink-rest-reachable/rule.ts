import { FlinkWorkload, flinkClusters, valueOf } from '../../kinds/flink';
import { NetworkPolicySpec } from '../../kinds/networkPolicy';
import { opensTo, selects } from '../../kinds/openPeers';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const REST = 8081;

export const rule: LintRule = {
  id: 'flink-rest-reachable',
  summary:
    "Only the operator, the portal and the job itself reach Flink's REST.",
  why: 'Whoever reaches port 8081 can cancel the job and run code with its rights, without a password.',
  check: pipeline => {
    const policies = pipeline.all<NetworkPolicySpec>(
      'networking.k8s.io',
      'NetworkPolicy',
    );
    return flinkClusters(pipeline).flatMap(cluster => {
      const labels = labelsOf(cluster);
      const covering = policies.filter(
        ({ spec, metadata }) =>
          metadata.namespace === cluster.object.metadata.namespace &&
          (spec.policyTypes ?? ['Ingress']).includes('Ingress') &&
          selects(spec.podSelector, labels),
      );
      if (covering.length === 0) {
        return violation((cluster.jobManager ?? cluster).object, {
          path: '',
          problem: `no NetworkPolicy covers the JobManager: every pod of the Kubernetes cluster reaches its port ${REST}`,
          remedy: 'Set global.networkPolicy.enabled to true.',
          value: 'values.global.networkPolicy.enabled',
        });
      }
      return covering.flatMap(policy =>
        (policy.spec.ingress ?? []).flatMap((ingress, index) =>
          opensTo(ingress, REST)
            ? violation(policy, {
                path: `spec.ingress[${index}]`,
                problem: `it lets everyone through to port ${REST} of ${cluster.name}`,
                remedy:
                  'Name the pods that may, or take the override out: the operator and global.networkPolicy.apiServerCidrs are let through by themselves.',
                value: valueOf(cluster, 'objects.networkPolicy.override'),
              })
            : [],
        ),
      );
    });
  },
};

/** The operator labels its pods like that; without it the template has the same. */
function labelsOf({ object, operated, jobManager }: FlinkWorkload) {
  return {
    ...(operated && { app: object.metadata.name, component: 'jobmanager' }),
    ...jobManager?.pod.metadata?.labels,
  };
}

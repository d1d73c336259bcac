import { flinkClusters, valueOf } from '../../kinds/flink';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-service-account',
  summary: 'Each job and session runs as a ServiceAccount of its own.',
  why: "With a shared one each job may read the other's storage and change its pods; the namespace's default one may not make TaskManagers at all.",
  check: pipeline => {
    const clusters = flinkClusters(pipeline);
    return clusters.flatMap((cluster, index) => {
      const account = cluster.serviceAccount ?? 'default';
      const other = clusters
        .slice(0, index)
        .find(
          ({ serviceAccount, object }) =>
            serviceAccount === account &&
            object.metadata.namespace === cluster.object.metadata.namespace,
        );
      if (account !== 'default' && !other) return [];
      return violation(
        (cluster.operated ? cluster : cluster.jobManager ?? cluster).object,
        {
          path: cluster.operated
            ? 'spec.serviceAccount'
            : 'spec.template.spec.serviceAccountName',
          problem:
            account === 'default'
              ? `${cluster.name} runs as the namespace's default ServiceAccount`
              : `${cluster.name} runs as ${account}, as ${other?.name} does`,
          remedy:
            'Take the override out: each job and session has a ServiceAccount of its own.',
          value: valueOf(cluster, 'override'),
        },
      );
    });
  },
};

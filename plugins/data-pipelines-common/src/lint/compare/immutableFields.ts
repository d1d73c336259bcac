import { refused } from './change';
import { equal, valueAt } from './equal';
import { CompareRule } from './rule';

interface Fixed {
  group: string;
  kinds: string[];
  fields: string[];
  remedy: string;
}

const FIXED: Fixed[] = [
  {
    group: 'batch',
    kinds: ['Job'],
    fields: ['spec.template', 'spec.selector', 'spec.completionMode'],
    remedy: 'Give the new run a name of its own, or delete the Job first.',
  },
  {
    group: 'rbac.authorization.k8s.io',
    kinds: ['RoleBinding', 'ClusterRoleBinding'],
    fields: ['roleRef'],
    remedy: 'Give the new binding a name of its own, or delete this one first.',
  },
  {
    group: 'apps',
    kinds: ['Deployment', 'DaemonSet', 'ReplicaSet'],
    fields: ['spec.selector'],
    remedy: 'Keep it, or delete the object first; its pods stop meanwhile.',
  },
  {
    group: '',
    kinds: ['Service'],
    fields: ['spec.clusterIP'],
    remedy:
      'Keep it, or delete the Service first; clients lose it until it is back.',
  },
];

/** What Kubernetes itself never lets change, kind by kind. */
export const immutableFields: CompareRule[] = FIXED.map(
  ({ group, kinds, fields, remedy }) => ({
    group,
    kinds,
    changed: ({ before, after }) =>
      isReplaced(before.metadata.annotations)
        ? []
        : fields
            .filter(
              field => !equal(valueAt(before, field), valueAt(after, field)),
            )
            .map(field =>
              refused(
                field,
                `Kubernetes does not let ${field} of a ${before.kind} change`,
                remedy,
              ),
            ),
  }),
);

/** Helm deletes such a hook before it makes the next one. */
function isReplaced(annotations: Readonly<Record<string, string>> = {}) {
  const policy = annotations['helm.sh/hook-delete-policy'];
  return (
    'helm.sh/hook' in annotations &&
    (policy === undefined || policy.includes('before-hook-creation'))
  );
}

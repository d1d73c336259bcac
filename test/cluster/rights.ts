import { Rule, rulesOf } from './manifests';

const READ = ['get', 'list', 'watch'];
const API = '/apis/rbac.authorization.k8s.io/v1';

function grant(
  user: string,
  rules: Rule[],
): Array<[path: string, object: object]> {
  const apiVersion = 'rbac.authorization.k8s.io/v1';
  return [
    [
      `${API}/clusterroles/${user}`,
      { apiVersion, kind: 'ClusterRole', metadata: { name: user }, rules },
    ],
    [
      `${API}/clusterrolebindings/${user}`,
      {
        apiVersion,
        kind: 'ClusterRoleBinding',
        metadata: { name: user },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: user,
        },
        subjects: [
          { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user },
        ],
      },
    ],
  ];
}

/**
 * What the playground's two credentials may do: what the manifests say, and
 * for reading what the Kubernetes tab of an entity shows as well.
 */
export const portalRights = [
  ...grant('headworks-read', [
    ...rulesOf('read'),
    ...rulesOf('compare'),
    {
      apiGroups: [''],
      resources: [
        'pods',
        'pods/log',
        'services',
        'configmaps',
        'limitranges',
        'resourcequotas',
        'events',
        'persistentvolumes',
        'persistentvolumeclaims',
      ],
      verbs: READ,
    },
    {
      apiGroups: ['apps'],
      resources: ['deployments', 'replicasets', 'statefulsets', 'daemonsets'],
      verbs: READ,
    },
    { apiGroups: ['batch'], resources: ['jobs', 'cronjobs'], verbs: READ },
    {
      apiGroups: ['autoscaling'],
      resources: ['horizontalpodautoscalers'],
      verbs: READ,
    },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: READ },
    { apiGroups: ['metrics.k8s.io'], resources: ['pods'], verbs: READ },
  ]),
  ...grant('headworks-write', [
    ...rulesOf('write'),
    ...rulesOf('delete-snapshots'),
  ]),
];

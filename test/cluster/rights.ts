const READ = ['get', 'list', 'watch'];
const API = '/apis/rbac.authorization.k8s.io/v1';

function grant(
  user: string,
  rules: Array<{ apiGroups: string[]; resources: string[]; verbs: string[] }>,
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

/** What the portal's two credentials may do: the least that its pages and actions need. */
export const portalRights = [
  ...grant('headworks-read', [
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
    { apiGroups: [''], resources: ['namespaces'], verbs: ['list'] },
    {
      apiGroups: [''],
      resources: ['serviceaccounts'],
      verbs: ['get'],
    },
    {
      apiGroups: ['rbac.authorization.k8s.io'],
      resources: ['roles', 'rolebindings'],
      verbs: ['get'],
    },
    {
      apiGroups: ['networking.k8s.io'],
      resources: ['networkpolicies'],
      verbs: ['get'],
    },
    {
      apiGroups: ['policy'],
      resources: ['poddisruptionbudgets'],
      verbs: ['get'],
    },
    {
      apiGroups: ['monitoring.coreos.com'],
      resources: ['podmonitors', 'prometheusrules'],
      verbs: ['get'],
    },
    { apiGroups: ['flink.apache.org'], resources: ['*'], verbs: READ },
    { apiGroups: ['kafka.strimzi.io'], resources: ['*'], verbs: READ },
    { apiGroups: ['sparkoperator.k8s.io'], resources: ['*'], verbs: READ },
  ]),
  ...grant('headworks-write', [
    {
      apiGroups: ['flink.apache.org'],
      resources: ['flinkstatesnapshots'],
      verbs: ['create'],
    },
  ]),
];

import fs from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';

const READ = ['get', 'list', 'watch'];
const MANIFESTS = path.resolve(
  __dirname,
  '../../plugins/data-pipelines-backend/manifests',
);
const API = '/apis/rbac.authorization.k8s.io/v1';

/** What a role of Kubernetes allows. */
export interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

/** The objects of a manifest that the backend ships. */
export function manifest(
  name: 'read' | 'compare' | 'write',
): Array<{ kind: string; metadata: { name: string }; rules?: Rule[] }> {
  const text = fs.readFileSync(path.join(MANIFESTS, `${name}.yaml`), 'utf8');
  return parseAllDocuments(text).map(document => document.toJS());
}

/** What a manifest that the backend ships allows. */
export function rulesOf(name: 'read' | 'compare' | 'write'): Rule[] {
  return manifest(name).flatMap(({ rules }) => rules ?? []);
}

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
  ...grant('headworks-write', rulesOf('write')),
];

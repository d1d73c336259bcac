import { Finding, refused, warning } from './change';
import { equal } from './equal';
import { isKept } from './renderedObject';
import { Pair, ruleFor } from './rule';
import { compareVersions, tagOf } from './version';

interface Container {
  image?: string;
  env?: Array<{ name: string; value?: string }>;
}

interface StatefulSetSpec {
  replicas: number;
  ordinals: { start?: number };
  serviceName: string;
  podManagementPolicy: string;
  selector: object;
  volumeClaimTemplates: object[];
  template: { spec?: { containers?: Container[] } };
}

const FIXED = [
  'volumeClaimTemplates',
  'selector',
  'serviceName',
  'podManagementPolicy',
] as const;

/** What Kubernetes refuses in a StatefulSet, and what its volumes do not survive. */
export const statefulSet = ruleFor<StatefulSetSpec>({
  group: 'apps',
  kinds: ['StatefulSet'],
  changed: pair => [
    ...fixed(pair),
    ...identity(pair),
    ...older(pair),
    ...fewer(pair),
  ],
  removed: set =>
    isKept(set) || !set.spec.volumeClaimTemplates?.length
      ? []
      : [
          warning(
            '',
            `its ${
              set.spec.replicas ?? 1
            } pods stop; their volumes stay, unused`,
            'Delete the PersistentVolumeClaims by hand once nobody needs them.',
          ),
        ],
});

function fixed({ before, after }: Pair<StatefulSetSpec>): Finding[] {
  return FIXED.filter(key => !equal(before.spec[key], after.spec[key])).map(
    key =>
      refused(
        `spec.${key}`,
        `Kubernetes does not let ${key} of a StatefulSet change`,
        `Keep it, or delete only the StatefulSet first: kubectl delete statefulset ${before.metadata.name} --cascade=orphan. Its pods and volumes stay, and volumes keep what they were made with.`,
      ),
  );
}

/** Kafka's nodes find their cluster and their own id on their volumes. */
function identity({ before, after }: Pair<StatefulSetSpec>): Finding[] {
  const [from, to] = [clusterId(before.spec), clusterId(after.spec)];
  const cluster =
    from !== undefined && from !== to
      ? [
          refused(
            'spec.template.spec.containers.env.CLUSTER_ID',
            `the cluster id cannot change: Kafka does not start on volumes of "${from}"`,
            'Keep namespace, release and cluster name, which it is made from.',
          ),
        ]
      : [];
  const [first, then] = [
    before.spec.ordinals?.start ?? 0,
    after.spec.ordinals?.start ?? 0,
  ];
  return first === then
    ? cluster
    : [
        ...cluster,
        refused(
          'spec.ordinals.start',
          `pods counted from ${first} would count from ${then}, with empty volumes and other node ids`,
          `Keep ${first}.`,
        ),
      ];
}

/** What the newer version wrote to the volumes may be too new. */
function older({ before, after }: Pair<StatefulSetSpec>): Finding[] {
  const [from, to] = [kafkaImage(before.spec), kafkaImage(after.spec)];
  return from && to && compareVersions(to, from) < 0
    ? [
        warning(
          'spec.template.spec.containers.image',
          `Kafka ${from} goes back to ${to}`,
          'Read the notes of both versions: an older one does not start on a newer metadata version.',
        ),
      ]
    : [];
}

/** The tag of the image, where it is one of Kafka. */
function kafkaImage({ template }: Partial<StatefulSetSpec>): string {
  const node = template?.spec?.containers?.find(({ env = [] }) =>
    env.some(({ name }) => name === 'CLUSTER_ID'),
  );
  return tagOf(node?.image ?? '');
}

function clusterId({ template }: Partial<StatefulSetSpec>) {
  return template?.spec?.containers
    ?.flatMap(({ env = [] }) => env)
    .find(({ name }) => name === 'CLUSTER_ID')?.value;
}

function fewer({ before, after }: Pair<StatefulSetSpec>): Finding[] {
  const [from, to] = [before.spec.replicas ?? 1, after.spec.replicas];
  if (to === undefined || to >= from) return [];
  if (clusterId(before.spec) !== undefined) {
    return [
      refused(
        'spec.replicas',
        `${from} Kafka nodes cannot become ${to} while those that go hold partitions or a vote`,
        "Move their partitions to the others with Kafka's own tool first, and unregister them.",
      ),
    ];
  }
  return before.spec.volumeClaimTemplates?.length
    ? [
        warning(
          'spec.replicas',
          `${from} pods become ${to}; the volumes of those that go stay, unused`,
          'Move what they hold first.',
        ),
      ]
    : [];
}

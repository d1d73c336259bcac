import { Finding, info, refused, warning } from './change';
import { shrinks } from './quantity';
import { isKept } from './renderedObject';
import { ruleFor } from './rule';
import { compareVersions, tagOf } from './version';

interface ClusterSpec {
  replicas: number;
  clusterID: string;
  dataVolumeCapacity: string;
  storageClass: { name?: string };
  image: { application?: string };
}

/** Brokers and controllers of Confluent for Kubernetes. */
export const confluentCluster = ruleFor<ClusterSpec>({
  group: 'platform.confluent.io',
  kinds: ['Kafka', 'KRaftController'],
  changed: ({ before: { kind, spec: before }, after: { spec: after } }) => [
    ...clusterId(before.clusterID, after.clusterID),
    ...storage(before, after),
    ...replicas(kind, before.replicas, after.replicas),
    ...version(before.image?.application, after.image?.application),
  ],
  removed: cluster =>
    isKept(cluster)
      ? []
      : [
          warning(
            '',
            `"${cluster.metadata.name}" is removed with its nodes and what they hold`,
            'To keep it, set the annotation helm.sh/resource-policy: keep and apply that first.',
          ),
        ],
});

function clusterId(before?: string, after?: string): Finding[] {
  return before === after
    ? []
    : [
        refused(
          'spec.clusterID',
          'the cluster id cannot change: nodes refuse volumes of another cluster',
          before ? `Keep ${before}.` : 'Leave it out, as it was.',
        ),
      ];
}

function storage(
  before: Partial<ClusterSpec>,
  after: Partial<ClusterSpec>,
): Finding[] {
  const another =
    before.storageClass?.name === after.storageClass?.name
      ? []
      : [
          refused(
            'spec.storageClass',
            'the storage class of volumes that are there cannot change',
            'Make a second cluster with it and move to that.',
          ),
        ];
  const [from, to] = [before.dataVolumeCapacity, after.dataVolumeCapacity];
  if (from === to) return another;
  return [
    ...another,
    shrinks(from, to)
      ? refused(
          'spec.dataVolumeCapacity',
          `${from} cannot become ${to}: volumes do not shrink`,
          `Keep ${from}.`,
        )
      : info(
          'spec.dataVolumeCapacity',
          `volumes of ${from} grow to ${to}`,
          'Check that their storage class has allowVolumeExpansion.',
        ),
  ];
}

function replicas(kind: string, before?: number, after?: number): Finding[] {
  if (before === undefined || after === undefined || before === after) {
    return [];
  }
  if (kind === 'KRaftController') {
    return [
      refused(
        'spec.replicas',
        `${before} controllers cannot become ${after}: the members of the controller quorum are fixed`,
        `Keep ${before}.`,
      ),
    ];
  }
  return after < before
    ? [
        refused(
          'spec.replicas',
          `${before} brokers cannot become ${after} while those that go hold partitions`,
          "Move their partitions first, with Self-Balancing or Kafka's own tool.",
        ),
      ]
    : [
        warning(
          'spec.replicas',
          `${before} brokers become ${after}, and without Self-Balancing the new ones hold nothing but new topics`,
          'Reassign partitions to them afterwards.',
        ),
      ];
}

function version(before = '', after = ''): Finding[] {
  const [from, to] = [tagOf(before), tagOf(after)];
  return from && to && compareVersions(to, from) < 0
    ? [
        warning(
          'spec.image.application',
          `${from} goes back to ${to}`,
          'Read the notes of both versions: an older one may not read what the newer one wrote.',
        ),
      ]
    : [];
}

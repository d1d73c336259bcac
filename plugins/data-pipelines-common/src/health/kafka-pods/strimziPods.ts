import { StrimziPodSet } from '../../resources/strimzi';
import { ObjectSource } from '../../objects/ObjectSource';
import { Pod } from '../../resources/pod';
import { CLUSTER_LABEL } from '../strimzi/silence';
import { PodGroup } from './PodGroup';

/** Strimzi's word for whose pods they are: `Kafka`, `KafkaConnect`. */
export const KIND_LABEL = 'strimzi.io/kind';

/** The pod sets of a cluster. A Connect cluster may have a Kafka's name. */
export function podSetsOf(
  source: ObjectSource,
  owner: { kind: 'Kafka' | 'KafkaConnect'; namespace: string; name: string },
): StrimziPodSet[] {
  return source
    .labelled(
      'strimzipodsets.core.strimzi.io',
      owner.namespace,
      CLUSTER_LABEL,
      owner.name,
    )
    .filter(({ metadata }) => metadata.labels[KIND_LABEL] === owner.kind);
}

/** All pods of a cluster: those of its pod sets and of its Deployments. */
export function podsOf(
  source: ObjectSource,
  owner: { kind: 'Kafka' | 'KafkaConnect'; namespace: string; name: string },
): Pod[] {
  return source
    .labelled('pods', owner.namespace, CLUSTER_LABEL, owner.name)
    .filter(({ metadata }) => metadata.labels[KIND_LABEL] === owner.kind);
}

/** The pods that a pod set makes. */
export function groupOf(
  podSet: StrimziPodSet,
  what: string,
  source: ObjectSource,
): PodGroup {
  const { metadata, status } = podSet;
  const { namespace, labels, name } = metadata;
  const all = source.labelled(
    'pods',
    namespace,
    CLUSTER_LABEL,
    labels[CLUSTER_LABEL] ?? '',
  );
  return {
    what,
    owner: { kind: 'StrimziPodSet', metadata },
    wanted: status?.pods ?? 0,
    ready: status?.readyPods ?? 0,
    ...(all.length > 0 && {
      pods: all.filter(pod => controllerOf(pod) === name),
    }),
  };
}

function controllerOf({ metadata }: Pod): string | undefined {
  return metadata.labels['strimzi.io/controller-name'];
}

import { LABEL_PIPELINE } from '../../annotations';
import { ObjectSource } from '../../objects/ObjectSource';
import { Pod } from '../../resources/pod';
import { StatefulSet } from '../../resources/workloads';
import { PodGroup } from '../kafka-pods/PodGroup';

/** On StatefulSets and pods of our chart's Kafka without an operator. */
export const KAFKA_CLUSTER_LABEL = 'headworks.dev/kafka-cluster';
/** On the pods only: `broker` (which may be a controller, too) or `controller`. */
export const KAFKA_ROLE_LABEL = 'headworks.dev/kafka-role';

/** The pods of a pool, and whether they are brokers. */
export function kafkaPoolOf(
  statefulSet: StatefulSet,
  source: ObjectSource,
): PodGroup {
  const { metadata, spec, status } = statefulSet;
  const all = source.labelled(
    'pods',
    metadata.namespace,
    LABEL_PIPELINE,
    metadata.labels[LABEL_PIPELINE] ?? '',
  );
  const pods = all.filter(pod => isPodOf(pod, metadata.name));
  const controllersOnly =
    pods.length > 0 &&
    pods.every(pod => pod.metadata.labels[KAFKA_ROLE_LABEL] === 'controller');
  return {
    what: controllersOnly ? 'controllers' : 'brokers',
    owner: { kind: 'StatefulSet', metadata },
    wanted: spec?.replicas ?? 1,
    ready: status?.readyReplicas ?? 0,
    ...(all.length > 0 && { pods }),
  };
}

/** A StatefulSet's pods are named for it, with a number. */
function isPodOf({ metadata }: Pod, name: string): boolean {
  return (
    metadata.name.startsWith(`${name}-`) &&
    /^\d+$/.test(metadata.name.slice(name.length + 1))
  );
}

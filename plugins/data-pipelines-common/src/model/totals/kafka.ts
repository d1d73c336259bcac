import { PoolStorage } from '../../lint/compare/nodePoolStorage';
import { PodGroup, Resources, Size, sizeOf, sum } from './podSize';
import { kubernetesBytes } from './quantity';

interface Sized {
  resources?: Resources;
}

/** Strimzi's KafkaNodePool. */
export interface KafkaNodePoolSpec extends Sized {
  replicas?: number;
  storage?: PoolStorage;
}

/** Strimzi's Kafka: what runs beside the nodes of its pools. */
export interface KafkaSpec {
  kafka?: Sized;
  entityOperator?: { topicOperator?: Sized; userOperator?: Sized };
  cruiseControl?: Sized;
  kafkaExporter?: Sized;
}

/** Strimzi's KafkaConnect. */
export interface KafkaConnectSpec extends Sized {
  replicas?: number;
}

/** Confluent's kinds that are a set of pods. */
export interface ConfluentSpec {
  replicas?: number;
  dataVolumeCapacity?: string;
  podTemplate?: Sized;
}

/** @param owner - the Kafka that the pool belongs to, whose resources it falls back to */
export function kafkaNodePool(
  spec: KafkaNodePoolSpec,
  owner: KafkaSpec | undefined,
): PodGroup[] {
  const { replicas, resources, storage = {} } = spec;
  const volumes = storage.type === 'jbod' ? storage.volumes ?? [] : [storage];
  return [
    {
      pods: replicas ?? 0,
      size: sizeOf(resources ?? owner?.kafka?.resources),
      storage: volumes
        .filter(({ type }) => type === 'persistent-claim')
        .reduce((total, { size }) => total + (kubernetesBytes(size) ?? 0), 0),
    },
  ];
}

export function kafka(spec: KafkaSpec): PodGroup[] {
  const { entityOperator, cruiseControl, kafkaExporter } = spec;
  const { topicOperator, userOperator } = entityOperator ?? {};
  return [
    [topicOperator, userOperator],
    [cruiseControl],
    [kafkaExporter],
  ].flatMap(containers => {
    const sizes = containers.flatMap(one =>
      one ? [sizeOf(one.resources)] : [],
    );
    return sizes.length > 0 ? [{ pods: 1, size: together(sizes) }] : [];
  });
}

export function kafkaConnect({ replicas = 3, resources }: KafkaConnectSpec) {
  return [{ pods: replicas, size: sizeOf(resources) }];
}

export function confluent(spec: ConfluentSpec): PodGroup[] {
  return [
    {
      pods: spec.replicas,
      size: sizeOf(spec.podTemplate?.resources),
      storage: kubernetesBytes(spec.dataVolumeCapacity),
    },
  ];
}

function together(sizes: Size[]): Size {
  return {
    cpu: sum(sizes.map(({ cpu }) => cpu)),
    memory: sum(sizes.map(({ memory }) => memory)),
  };
}

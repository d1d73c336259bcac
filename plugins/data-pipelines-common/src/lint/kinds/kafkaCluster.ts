import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { KafkaNodePoolSpec, KafkaSpec, STRIMZI } from './kafka';

/** A Strimzi cluster with its node pools. */
export interface KafkaCluster {
  kafka: ObjectOf<KafkaSpec>;
  pools: ObjectOf<KafkaNodePoolSpec>[];
  brokers: number;
  controllers: number;
}

export function kafkaClusters(pipeline: RenderedPipeline): KafkaCluster[] {
  const pools = nodePools(pipeline);
  return pipeline.all<KafkaSpec>(STRIMZI, 'Kafka').map(kafka => {
    const own = pools.filter(
      ({ metadata }) =>
        metadata.labels?.['strimzi.io/cluster'] === kafka.metadata.name &&
        metadata.namespace === kafka.metadata.namespace,
    );
    const count = (role: string) =>
      own
        .filter(({ spec }) => spec.roles?.includes(role))
        .reduce((sum, { spec }) => sum + (spec.replicas ?? 0), 0);
    return {
      kafka,
      pools: own,
      brokers: count('broker'),
      controllers: count('controller'),
    };
  });
}

export function nodePools(pipeline: RenderedPipeline) {
  return pipeline.all<KafkaNodePoolSpec>(STRIMZI, 'KafkaNodePool');
}

/** The cluster that the pipeline's jobs and topics use, where it is rendered, too. */
export function ownCluster(
  pipeline: RenderedPipeline,
): KafkaCluster | undefined {
  const name = pipeline.values.global?.kafka?.cluster;
  return kafkaClusters(pipeline).find(
    ({ kafka }) => kafka.metadata.name === name,
  );
}

import { Cluster } from './cluster';

const STRIMZI = '/apis/kafka.strimzi.io/v1/namespaces/kafka';

/** The namespaces of the playground and the Kafka cluster that its pipelines share. */
export async function startPlaygroundKafka(
  cluster: Pick<Cluster, 'client'>,
): Promise<void> {
  const { client } = cluster;
  for (const name of ['kafka', 'pipelines']) {
    await client.apply(`/api/v1/namespaces/${name}`, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }
  await client.apply(`${STRIMZI}/kafkas/analytics`, {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'Kafka',
    metadata: { name: 'analytics', namespace: 'kafka' },
    spec: {
      kafka: {
        version: '4.3.1',
        metadataVersion: '4.3-IV0',
        listeners: [
          { name: 'plain', port: 9092, type: 'internal', tls: false },
        ],
      },
      entityOperator: { topicOperator: {}, userOperator: {} },
    },
  });
  await client.apply(`${STRIMZI}/kafkanodepools/dual`, {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaNodePool',
    metadata: {
      name: 'dual',
      namespace: 'kafka',
      labels: { 'strimzi.io/cluster': 'analytics' },
    },
    spec: {
      replicas: 3,
      roles: ['controller', 'broker'],
      storage: { type: 'ephemeral' },
    },
  });
}

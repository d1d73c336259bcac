import { createHash } from 'node:crypto';
import { ApiError, ClusterClient, KubernetesObject } from '../client';
import { simulateConnect, simulateConnectors } from './SimulatedStrimziConnect';
import { simulateNodePools, simulatePodSets } from './SimulatedStrimziPods';
import { pauseOf } from './strimziPause';
import { watchLoop } from './watchLoop';

const API = '/apis/kafka.strimzi.io/v1';
const TOPIC_FINALIZER = 'strimzi.io/topic-operator';

interface StrimziObject extends KubernetesObject {
  spec: {
    replicas?: number;
    roles?: string[];
    topicName?: string;
    entityOperator?: {
      template?: {
        topicOperatorContainer?: {
          env?: Array<{ name: string; value?: string }>;
        };
      };
    };
  };
  status?: { observedGeneration?: number; conditions?: object[] };
}

interface Options {
  client: ClusterClient;
  speed: number;
  log: (line: string) => void;
}

/** Plays Strimzi 1.2.0 after what was observed of it: clusters with their pods, topics, users, Connect and connectors. */
export function SimulatedStrimzi(options: Options) {
  const loops = [
    simulateKafka(options),
    simulateNodePools(options),
    simulatePodSets(options),
    simulateTopics(options),
    simulateUsers(options),
    simulateConnect(options),
    simulateConnectors(options),
  ];
  return {
    stop: async () => {
      await Promise.all(loops.map(loop => loop.stop()));
    },
  };
}

function simulateKafka({ client, speed, log }: Options) {
  return watchLoop<StrimziObject>({
    client,
    path: `${API}/kafkas`,
    log,
    async reconcile(kafka) {
      const { name, namespace, generation } = kafka.metadata;
      const path = `${API}/namespaces/${namespace}/kafkas/${name}/status`;
      if (kafka.metadata.deletionTimestamp) return undefined;
      const pause = pauseOf(kafka);
      if (pause === 'lasts') return undefined;
      if (pause === 'begins') {
        // Observed: only this remains, and what was reconciled by then.
        await client.merge(path, {
          status: {
            conditions: [condition('ReconciliationPaused', 'True')],
            kafkaVersion: null,
            kafkaMetadataVersion: null,
          },
        });
        return undefined;
      }
      if (pause !== 'ends' && kafka.status?.observedGeneration === generation) {
        return undefined;
      }
      if (!kafka.status) {
        await client.merge(path, {
          status: {
            observedGeneration: 0,
            conditions: [
              condition(
                'NotReady',
                'True',
                'Creating',
                'Kafka cluster is being deployed',
              ),
            ],
          },
        });
        return undefined;
      }
      const created = Date.parse(kafka.metadata.creationTimestamp ?? '');
      const left = created + 20_000 / speed - Date.now();
      if (left > 0) return { again: left };
      await client.merge(path, {
        status: {
          observedGeneration: generation,
          conditions: [condition('Ready', 'True')],
          clusterId: shortId(`${namespace}/${name}`),
          kafkaVersion: '4.3.1',
          kafkaMetadataVersion: '4.3-IV0',
          operatorLastSuccessfulVersion: '1.2.0',
        },
      });
      return undefined;
    },
  });
}

function simulateTopics({ client, log }: Options) {
  return watchLoop<StrimziObject>({
    client,
    path: `${API}/kafkatopics`,
    log,
    async reconcile(topic) {
      const { name, namespace = '', generation } = topic.metadata;
      const path = `${API}/namespaces/${namespace}/kafkatopics/${name}`;
      const cluster = topic.metadata.labels?.['strimzi.io/cluster'] ?? '';
      const kafka = await kafkaOf(client, namespace, cluster);
      // A topic of an unknown cluster never gets any status, and once that
      // cluster is deleted nobody takes its finalizer away, as with Strimzi.
      if (!kafka) return { again: 5_000 };
      if (topic.metadata.deletionTimestamp) {
        if (topic.metadata.finalizers?.length) {
          await client.merge(path, { metadata: { finalizers: null } });
        }
        return undefined;
      }
      const topicName = topic.spec.topicName ?? name;
      const pause = pauseOf(topic);
      if (pause === 'lasts') return undefined;
      if (pause === 'begins') {
        // Recorded: the topic's name stays, its id and Ready go; a change of the
        // spec is not observed while it lasts.
        await client.merge(`${path}/status`, {
          status: {
            observedGeneration: topic.status?.observedGeneration ?? generation,
            topicName,
            topicId: null,
            conditions: [condition('ReconciliationPaused', 'True')],
          },
        });
        return undefined;
      }
      if (pause === 'none' && topic.status?.observedGeneration === generation) {
        return undefined;
      }
      if (
        usesFinalizers(kafka) &&
        !topic.metadata.finalizers?.includes(TOPIC_FINALIZER)
      ) {
        await client.merge(path, {
          metadata: { finalizers: [TOPIC_FINALIZER] },
        });
        return undefined;
      }
      const wanted = topic.spec.replicas ?? 1;
      const brokers = await brokersOf(client, namespace, cluster);
      const status =
        wanted > brokers
          ? {
              observedGeneration: generation,
              topicName,
              conditions: [
                condition(
                  'Ready',
                  'False',
                  'KafkaError',
                  `org.apache.kafka.common.errors.InvalidReplicationFactorException: Unable to replicate the partition ${wanted} time(s): The target replication factor of ${wanted} cannot be reached because only ${brokers} broker(s) are registered or some brokers have all their log directories cordoned.`,
                ),
              ],
            }
          : {
              observedGeneration: generation,
              topicName,
              topicId: shortId(`${namespace}/${topicName}`),
              conditions: [condition('Ready', 'True')],
            };
      await client.merge(`${path}/status`, { status });
      return undefined;
    },
  });
}

function simulateUsers({ client, log }: Options) {
  return watchLoop<StrimziObject>({
    client,
    path: `${API}/kafkausers`,
    log,
    async reconcile(user) {
      const { name, namespace, generation } = user.metadata;
      if (user.metadata.deletionTimestamp) return undefined;
      const path = `${API}/namespaces/${namespace}/kafkausers/${name}/status`;
      const pause = pauseOf(user);
      if (pause === 'lasts') return undefined;
      if (pause === 'begins') {
        // Observed: name and secret vanish.
        await client.merge(path, {
          status: {
            username: null,
            secret: null,
            conditions: [condition('ReconciliationPaused', 'True')],
          },
        });
        return undefined;
      }
      if (pause === 'none' && user.status?.observedGeneration === generation) {
        return undefined;
      }
      await client.merge(path, {
        status: {
          observedGeneration: generation,
          username: name,
          secret: name,
          conditions: [condition('Ready', 'True')],
        },
      });
      return undefined;
    },
  });
}

async function kafkaOf(
  client: ClusterClient,
  namespace: string,
  cluster: string,
): Promise<StrimziObject | undefined> {
  try {
    return await client.get<StrimziObject>(
      `${API}/namespaces/${namespace}/kafkas/${cluster}`,
    );
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined;
    throw error;
  }
}

function usesFinalizers({ spec }: StrimziObject): boolean {
  const container = spec.entityOperator?.template?.topicOperatorContainer;
  return !container?.env?.some(
    ({ name, value }) => name === 'STRIMZI_USE_FINALIZERS' && value === 'false',
  );
}

async function brokersOf(
  client: ClusterClient,
  namespace: string,
  cluster: string,
): Promise<number> {
  const { items } = await client.list<StrimziObject>(
    `${API}/namespaces/${namespace}/kafkanodepools?labelSelector=${encodeURIComponent(
      `strimzi.io/cluster=${cluster}`,
    )}`,
  );
  return items
    .filter(({ spec }) => spec.roles?.includes('broker'))
    .reduce((sum, { spec }) => sum + (spec.replicas ?? 0), 0);
}

function condition(
  type: string,
  status: string,
  reason?: string,
  message?: string,
) {
  return {
    type,
    status,
    lastTransitionTime: new Date().toISOString(),
    ...(reason && { reason, message }),
  };
}

function shortId(seed: string): string {
  return createHash('sha256').update(seed).digest('base64url').slice(0, 22);
}

import {
  Condition,
  KafkaClusterChoice,
  KafkaListenerChoice,
  RawObject,
} from '@headworks/backstage-plugin-data-pipelines-common';

interface Listener {
  name: string;
  port: number;
  type: string;
  tls?: boolean;
  authentication?: { type: string };
}

/** Strimzi's Kafka, as far as a field of the wizard shows it. */
export interface RawKafka extends RawObject {
  spec?: { kafka?: { version?: string; listeners?: Listener[] } };
  status?: {
    kafkaVersion?: string;
    conditions?: Condition[];
    listeners?: Array<{ name?: string; bootstrapServers?: string }>;
  };
}

/** Strimzi's KafkaNodePool. */
export interface RawNodePool extends RawObject {
  spec?: { replicas?: number; roles?: string[] };
}

/** The Kafka clusters of one cluster, by namespace and name. */
export function kafkaChoices(
  kafkas: readonly RawKafka[],
  pools: readonly RawNodePool[],
): KafkaClusterChoice[] {
  return kafkas
    .map(kafka => choiceOf(kafka, pools))
    .sort(
      (a, b) =>
        a.namespace.localeCompare(b.namespace) || a.name.localeCompare(b.name),
    );
}

function choiceOf(
  kafka: RawKafka,
  pools: readonly RawNodePool[],
): KafkaClusterChoice {
  const { metadata, spec, status } = kafka;
  const { name, namespace = '' } = metadata;
  const own = pools.filter(
    pool =>
      pool.metadata.namespace === namespace &&
      pool.metadata.labels?.['strimzi.io/cluster'] === name &&
      pool.spec?.roles?.includes('broker'),
  );
  const version = status?.kafkaVersion ?? spec?.kafka?.version;
  const notReady = status?.conditions?.find(
    one => one.type === 'NotReady' && one.status === 'True',
  );
  return {
    name,
    namespace,
    ...(version && { version }),
    ...(own.length > 0 && {
      brokers: own.reduce((sum, pool) => sum + (pool.spec?.replicas ?? 0), 0),
    }),
    listeners: (spec?.kafka?.listeners ?? []).map(listener =>
      listenerOf(kafka, listener),
    ),
    ...(notReady && {
      notReady: notReady.message ?? notReady.reason ?? 'it is not ready',
    }),
  };
}

function listenerOf(kafka: RawKafka, listener: Listener): KafkaListenerChoice {
  const { name, port, type, tls = false, authentication } = listener;
  const bootstrapServers =
    kafka.status?.listeners?.find(one => one.name === name)?.bootstrapServers ??
    (type === 'internal'
      ? `${kafka.metadata.name}-kafka-bootstrap.${kafka.metadata.namespace}.svc:${port}`
      : undefined);
  return {
    name,
    type,
    port,
    tls,
    authentication: authentication?.type ?? 'none',
    ...(bootstrapServers && { bootstrapServers }),
  };
}

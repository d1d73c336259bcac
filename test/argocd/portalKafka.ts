import {
  assess,
  Assessed,
  HealthReport,
  KnownObjects,
  ObjectIndex,
  ObjectMetadata,
} from '@headworks/backstage-plugin-data-pipelines-common';

const CLUSTER = 'strimzi.io/cluster';
const NOW = '2026-11-23T08:50:00Z';

/** What the portal says of Kafka's kinds where all that Lua cannot see is well. */
export const KAFKA: Record<string, (object: object) => HealthReport> = {
  'kafka.strimzi.io_Kafka': ask('kafkas.kafka.strimzi.io'),
  'kafka.strimzi.io_KafkaNodePool': ask('kafkanodepools.kafka.strimzi.io'),
  'kafka.strimzi.io_KafkaTopic': ask('kafkatopics.kafka.strimzi.io'),
  'kafka.strimzi.io_KafkaUser': ask('kafkausers.kafka.strimzi.io'),
  'kafka.strimzi.io_KafkaConnect': ask('kafkaconnects.kafka.strimzi.io'),
  'kafka.strimzi.io_KafkaConnector': ask('kafkaconnectors.kafka.strimzi.io'),
  'platform.confluent.io_Kafka': ask('kafkas.platform.confluent.io'),
  'platform.confluent.io_KafkaTopic': ask('kafkatopics.platform.confluent.io'),
  'platform.confluent.io_KRaftController': ask(
    'kraftcontrollers.platform.confluent.io',
  ),
};

function ask<R extends Assessed>(resource: R) {
  return (given: object): HealthReport => {
    const { metadata } = given as { metadata: Partial<ObjectMetadata> };
    const {
      creationTimestamp = NOW,
      deletionTimestamp,
      labels = { [CLUSTER]: 'lab' },
    } = metadata;
    const object = {
      ...given,
      metadata: {
        namespace: 'kafka',
        annotations: {},
        ...metadata,
        labels: { [CLUSTER]: 'lab', ...labels },
      },
    } as unknown as KnownObjects[R];
    return assess(resource, object, {
      source: clusters(labels[CLUSTER] ?? 'lab', creationTimestamp),
      // Lua knows no time: nothing is late for it.
      now: new Date(deletionTimestamp ?? creationTimestamp),
    });
  };
}

/** A Kafka and a Connect cluster of this name, both ready. */
function clusters(name: string, creationTimestamp: string): ObjectIndex {
  const source = new ObjectIndex();
  const metadata = {
    name,
    namespace: 'kafka',
    generation: 1,
    creationTimestamp,
    labels: {},
    annotations: {},
  };
  const status = {
    observedGeneration: 1,
    conditions: [{ type: 'Ready', status: 'True' }],
  };
  source.put('kafkas.kafka.strimzi.io', {
    kind: 'Kafka',
    metadata,
    spec: { entityOperator: { topicOperator: {}, userOperator: {} } },
    status,
  });
  source.put('kafkaconnects.kafka.strimzi.io', {
    kind: 'KafkaConnect',
    metadata,
    spec: {},
    status,
  });
  return source;
}

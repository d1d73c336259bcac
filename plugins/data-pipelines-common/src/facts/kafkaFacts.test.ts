import { assess } from '../health/rules';
import { ObjectIndex } from '../objects/ObjectIndex';
import { ConfluentKafka, ConfluentKafkaTopic } from '../resources/confluent';
import { StatefulSet } from '../resources/workloads';
import { kafkaClusterFacts } from './kafkaClusterFacts';
import { kafkaOfTopic } from './kafkaOfTopic';

const now = new Date('2026-11-23T09:00:00Z');
const metadata = {
  name: 'analytics',
  namespace: 'kafka',
  generation: 1,
  creationTimestamp: '2026-11-23T08:00:00Z',
  labels: {} as Record<string, string>,
  annotations: {},
};

function confluent(readyReplicas: number, phase = 'RUNNING'): ConfluentKafka {
  return {
    kind: 'Kafka',
    metadata,
    spec: {
      replicas: 3,
      image: { application: 'registry:5000/cp-server:8.1.0' },
    },
    status: { phase, readyReplicas, observedGeneration: 1 },
  };
}

/** A pool of two nodes, of which the first is ready. */
function pool(source: ObjectIndex, name: string, role: string): StatefulSet {
  const labels = {
    'headworks.dev/pipeline': 'analytics',
    'headworks.dev/kafka-cluster': 'analytics',
  };
  ['True', 'False'].forEach((ready, node) =>
    source.put('pods', {
      metadata: {
        ...metadata,
        name: `${name}-${node}`,
        labels: { ...labels, 'headworks.dev/kafka-role': role },
      },
      status: {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: ready }],
      },
    }),
  );
  return {
    kind: 'StatefulSet',
    metadata: { ...metadata, name, labels },
    spec: { replicas: 2 },
    status: { observedGeneration: 1, replicas: 2, readyReplicas: 1 },
  };
}

describe('kafkaClusterFacts', () => {
  it('counts the ready brokers of Confluent, with its version', () => {
    expect(
      kafkaClusterFacts(
        { mode: 'confluent', kafka: confluent(2) },
        new ObjectIndex(),
      ),
    ).toEqual({ version: '8.1.0', brokers: { ready: 2, wanted: 3 } });
  });

  it('counts brokers, not controllers, of a cluster without an operator', () => {
    const source = new ObjectIndex();
    const pools = [
      pool(source, 'analytics-brokers', 'broker'),
      pool(source, 'analytics-controllers', 'controller'),
    ];
    expect(kafkaClusterFacts({ mode: 'statefulset', pools }, source)).toEqual({
      brokers: { ready: 1, wanted: 2 },
    });
    expect(
      assess('statefulsets.apps', pools[0], { source, now }),
    ).toMatchObject({
      health: 'Degraded',
      reason: 'PodsNotReady',
      message: '1 of 2 brokers are ready',
    });
  });
});

describe('kafkaOfTopic', () => {
  const topic = (kafkaClusterRef?: object): ConfluentKafkaTopic => ({
    kind: 'KafkaTopic',
    metadata,
    spec: { kafkaClusterRef },
    status: { state: 'CREATED' },
  });

  it('is the cluster that the topic names', () => {
    const labels = { 'strimzi.io/cluster': 'lab' };
    expect(
      kafkaOfTopic({
        kind: 'KafkaTopic',
        metadata: { ...metadata, labels },
        spec: {},
      }),
    ).toEqual({ namespace: 'kafka', name: 'lab' });
    expect(kafkaOfTopic(topic({ name: 'analytics' }))).toEqual({
      namespace: 'kafka',
      name: 'analytics',
    });
    expect(kafkaOfTopic(topic())).toBeUndefined();
  });

  it.each([
    [confluent(0), 'Degraded', 'KafkaUnavailable'],
    [confluent(1), 'Healthy', 'Ready'],
  ])('is blamed where none of its brokers runs', (kafka, health, reason) => {
    const source = new ObjectIndex();
    source.put('kafkas.platform.confluent.io', kafka);
    source.put('pods', {
      metadata: {
        ...metadata,
        name: 'analytics-0',
        labels: { app: 'analytics', 'confluent-platform': 'true' },
      },
      status: {
        conditions: [
          {
            type: 'Ready',
            status: kafka.status?.readyReplicas ? 'True' : 'False',
          },
        ],
      },
    });
    expect(
      assess(
        'kafkatopics.platform.confluent.io',
        topic({ name: 'analytics' }),
        {
          source,
          now,
        },
      ),
    ).toMatchObject({ health, reason });
  });
});

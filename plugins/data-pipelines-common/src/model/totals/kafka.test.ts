import { totals } from './__testUtils__/totals';

describe('totalsOf Kafka', () => {
  const pool = (spec: string) => `
    apiVersion: kafka.strimzi.io/v1
    kind: KafkaNodePool
    metadata: { name: brokers, labels: { strimzi.io/cluster: main } }
    spec: ${spec}`;

  it('counts the nodes of a pool and their volumes', () => {
    expect(
      totals(
        pool(`{
          replicas: 3,
          resources: { requests: { cpu: 1, memory: 4Gi } },
          storage: { type: jbod, volumes: [
            { id: 0, type: persistent-claim, size: 100Gi },
            { id: 1, type: persistent-claim, size: 50Gi },
            { id: 2, type: ephemeral }
          ] }
        }`),
      ),
    ).toEqual([3, 3, 12, 450]);
  });

  it('falls back to the resources of its Kafka, whose operators count beside', () => {
    expect(
      totals(`${pool(
        `{ replicas: 1, storage: { type: persistent-claim, size: 1Gi } }`,
      )}
---
    apiVersion: kafka.strimzi.io/v1
    kind: Kafka
    metadata: { name: main }
    spec:
      kafka: { resources: { requests: { cpu: 2, memory: 2Gi } } }
      entityOperator:
        topicOperator: { resources: { requests: { cpu: 100m, memory: 1Gi } } }
        userOperator: { resources: { requests: { cpu: 100m, memory: 1Gi } } }
      cruiseControl: { resources: { requests: { cpu: 500m, memory: 1Gi } } }`),
    ).toEqual([3, 2.7, 5, 1]);
  });

  it('names the Kafka whose operators have no size', () => {
    expect(
      totals(`
        apiVersion: kafka.strimzi.io/v1
        kind: Kafka
        metadata: { name: main }
        spec: { entityOperator: { topicOperator: {}, userOperator: {} }, kafkaExporter: {} }`),
    ).toEqual([2, 0, 0, 0, 'Kafka/main']);
  });

  it('counts the workers of KafkaConnect, 3 by default', () => {
    expect(
      totals(`
        apiVersion: kafka.strimzi.io/v1
        kind: KafkaConnect
        metadata: { name: sinks }
        spec: { resources: { requests: { cpu: 500m, memory: 2Gi } } }`),
    ).toEqual([3, 1.5, 6, 0]);
  });

  it.each(['Kafka', 'KRaftController', 'Connect'])(
    'counts Confluent’s %s',
    kind => {
      expect(
        totals(`
          apiVersion: platform.confluent.io/v1beta1
          kind: ${kind}
          metadata: { name: main }
          spec:
            replicas: 3
            dataVolumeCapacity: 10Gi
            podTemplate: { resources: { requests: { cpu: 250m, memory: 1Gi } } }`),
      ).toEqual([3, 0.75, 3, 30]);
    },
  );
});

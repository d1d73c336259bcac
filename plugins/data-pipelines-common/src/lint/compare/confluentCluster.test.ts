import { lines, objects, said } from './__testUtils__/objects';

const KAFKA = `
apiVersion: platform.confluent.io/v1beta1
kind: Kafka
metadata: { name: kafka }
`;

describe('confluentCluster', () => {
  it.each([
    [
      '{ dataVolumeCapacity: 100Gi }',
      '{ dataVolumeCapacity: 50Gi }',
      'refused Kafka/kafka spec.dataVolumeCapacity: 100Gi cannot become 50Gi: volumes do not shrink; Keep 100Gi.',
    ],
    [
      '{ dataVolumeCapacity: 100Gi }',
      '{ dataVolumeCapacity: 200Gi }',
      'info Kafka/kafka spec.dataVolumeCapacity: volumes of 100Gi grow to 200Gi; Check that their storage class has allowVolumeExpansion.',
    ],
    [
      '{ storageClass: { name: slow } }',
      '{ storageClass: { name: fast } }',
      'refused Kafka/kafka spec.storageClass: the storage class of volumes that are there cannot change; Make a second cluster with it and move to that.',
    ],
    [
      '{ replicas: 5 }',
      '{ replicas: 3 }',
      "refused Kafka/kafka spec.replicas: 5 brokers cannot become 3 while those that go hold partitions; Move their partitions first, with Self-Balancing or Kafka's own tool.",
    ],
    [
      '{ replicas: 3 }',
      '{ replicas: 4 }',
      'warning Kafka/kafka spec.replicas: 3 brokers become 4, and without Self-Balancing the new ones hold nothing but new topics; Reassign partitions to them afterwards.',
    ],
    [
      '{ clusterID: a }',
      '{ clusterID: b }',
      'refused Kafka/kafka spec.clusterID: the cluster id cannot change: nodes refuse volumes of another cluster; Keep a.',
    ],
    [
      '{ image: { application: "confluentinc/cp-server:8.1.0" } }',
      '{ image: { application: "confluentinc/cp-server:8.0.2" } }',
      'warning Kafka/kafka spec.image.application: 8.1.0 goes back to 8.0.2; Read the notes of both versions: an older one may not read what the newer one wrote.',
    ],
  ])('%s → %s', (before, after, expected) => {
    expect(said(KAFKA, before, after)).toEqual([expected]);
  });

  it('refuses another number of controllers', () => {
    const controller = KAFKA.replace('kind: Kafka', 'kind: KRaftController');
    expect(said(controller, '{ replicas: 3 }', '{ replicas: 5 }')).toEqual([
      'refused KRaftController/kafka spec.replicas: 3 controllers cannot become 5: the members of the controller quorum are fixed; Keep 3.',
    ]);
  });

  it('names what goes', () => {
    expect(lines(objects(KAFKA), [])).toEqual([
      'warning Kafka/kafka : "kafka" is removed with its nodes and what they hold; To keep it, set the annotation helm.sh/resource-policy: keep and apply that first.',
    ]);
  });
});

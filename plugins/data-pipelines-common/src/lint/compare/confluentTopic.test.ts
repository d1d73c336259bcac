import { lines, objects, said } from './__testUtils__/objects';

const TOPIC = `
apiVersion: platform.confluent.io/v1beta1
kind: KafkaTopic
metadata: { name: clicks, namespace: kafka }
`;

describe('confluentTopic', () => {
  it('refuses another topic under the same object', () => {
    expect(said(TOPIC, '{ name: clicks }', '{ name: taps }')).toEqual([
      'refused KafkaTopic/clicks spec.name: the topic "clicks" cannot become "taps": Kafka does not rename topics; Declare "taps" as a topic of its own, move readers and writers to it, then remove this one.',
    ]);
  });

  it('refuses fewer partitions', () => {
    expect(
      said(TOPIC, '{ partitionCount: 4 }', '{ partitionCount: 2 }'),
    ).toEqual([
      'refused KafkaTopic/clicks spec.partitionCount: 4 partitions cannot become 2: Kafka never removes one; Keep 4, or declare a new topic and move readers and writers to it.',
    ]);
  });

  it('warns of other copies', () => {
    expect(said(TOPIC, '{ replicas: 2 }', '{ replicas: 3 }')).toEqual([
      "warning KafkaTopic/clicks spec.replicas: 2 copies do not become 3 by themselves: a topic keeps the copies that it was made with; Reassign its partitions to 3 brokers with Kafka's own tool, then apply this.",
    ]);
  });

  it('warns of records that become too old', () => {
    expect(
      said(
        TOPIC,
        '{ configs: { retention.bytes: "20" } }',
        '{ configs: { retention.bytes: "10" } }',
      ),
    ).toEqual([
      'warning KafkaTopic/clicks spec.configs.retention.bytes: retention.bytes 20 becomes 10: records beyond it are deleted within minutes; Have every reader past them first.',
    ]);
  });

  it('names the topic that goes', () => {
    expect(lines(objects(TOPIC), [])).toEqual([
      'warning KafkaTopic/clicks : the topic "clicks" is deleted with all its records; To keep the topic, set the annotation helm.sh/resource-policy: keep and apply that first.',
    ]);
  });
});

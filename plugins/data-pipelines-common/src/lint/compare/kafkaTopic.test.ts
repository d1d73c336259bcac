import { lines, objects, said } from './__testUtils__/objects';

const TOPIC = `
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata: { name: clicks, labels: { strimzi.io/cluster: analytics } }
`;
const kafka = (spec: string) => `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: { name: analytics }
spec: ${spec}
`;

describe('kafkaTopic', () => {
  it('says nothing where nothing changes', () => {
    const spec = '{ partitions: 12, replicas: 3, config: { retention.ms: 1 } }';
    expect(said(TOPIC, spec, spec)).toEqual([]);
  });

  it('refuses another topic under the same object', () => {
    expect(said(TOPIC, '{}', '{ topicName: web.clicks }')).toEqual([
      'refused KafkaTopic/clicks spec.topicName: the topic "clicks" cannot become "web.clicks": Strimzi does not rename topics; Declare "web.clicks" as a topic of its own, move readers and writers to it, then remove this one.',
    ]);
  });

  it('refuses fewer partitions', () => {
    expect(said(TOPIC, '{ partitions: 12 }', '{ partitions: 6 }')).toEqual([
      'refused KafkaTopic/clicks spec.partitions: 12 partitions cannot become 6: Kafka never removes one; Keep 12, or declare a new topic and move readers and writers to it.',
    ]);
  });

  it('warns of more partitions', () => {
    expect(said(TOPIC, '{ partitions: 6 }', '{ partitions: 12 }')).toEqual([
      'warning KafkaTopic/clicks spec.partitions: 6 partitions become 12: a key may move to another partition, where readers see its new records before its old ones; Keep 6 where the order of one key matters, or let readers catch up first.',
    ]);
  });

  it.each([
    [
      'refuses other copies without Cruise Control',
      kafka('{ kafka: {} }'),
      'refused KafkaTopic/clicks spec.replicas: 2 copies cannot become 3: Strimzi needs Cruise Control for it and the cluster "analytics" has none; Keep 2, or give the cluster Cruise Control first.',
    ],
    [
      'says what other copies do with Cruise Control',
      kafka('{ cruiseControl: {} }'),
      'info KafkaTopic/clicks spec.replicas: 2 copies become 3: Cruise Control moves data between brokers; Nothing to do; it takes a while and bandwidth.',
    ],
    [
      'warns of other copies in a cluster that it does not see',
      '',
      'warning KafkaTopic/clicks spec.replicas: 2 copies become 3, which Strimzi does only with Cruise Control; Make sure that the cluster "analytics" has it, or keep 2.',
    ],
  ])('%s', (_, around, expected) => {
    expect(said(TOPIC, '{ replicas: 2 }', '{ replicas: 3 }', around)).toEqual([
      expected,
    ]);
  });

  it('warns of records that become too old', () => {
    const config = (ms: number) => `{ config: { retention.ms: ${ms} } }`;
    expect(said(TOPIC, config(604800000), config(86400000))).toEqual([
      'warning KafkaTopic/clicks spec.config.retention.ms: retention.ms 604800000 becomes 86400000: records beyond it are deleted within minutes; Have every reader past them first.',
    ]);
    expect(said(TOPIC, config(86400000), config(604800000))).toEqual([]);
    expect(said(TOPIC, config(86400000), config(-1))).toEqual([]);
  });

  it('warns of compaction', () => {
    expect(
      said(TOPIC, '{}', '{ config: { cleanup.policy: compact } }'),
    ).toEqual([
      'warning KafkaTopic/clicks spec.config.cleanup.policy: cleanup.policy delete becomes compact: of each key only the newest record stays, and records without a key are refused; Check that every writer sets a key and no reader needs the older records.',
    ]);
  });

  describe('when it goes', () => {
    it('names the topic whose records are lost', () => {
      expect(
        lines(objects(`${TOPIC}spec: { topicName: web.clicks }`), []),
      ).toEqual([
        'warning KafkaTopic/clicks : the topic "web.clicks" is deleted with all its records; To keep the topic, set the annotation strimzi.io/managed: "false" and apply that first.',
      ]);
    });

    it('is refused where another object has the topic now', () => {
      const other = TOPIC.replace('name: clicks', 'name: web-clicks');
      expect(
        lines(objects(TOPIC), objects(`${other}spec: { topicName: clicks }`)),
      ).toEqual([
        'refused KafkaTopic/clicks : "web-clicks" declares the topic "clicks" now, and removing this object deletes that topic with all its records; Keep the name of the object, or set its annotation strimzi.io/managed: "false" and apply that first.',
      ]);
    });

    it.each(['strimzi.io/managed: "false"', 'helm.sh/resource-policy: keep'])(
      'is no loss with %s',
      annotation => {
        const kept = TOPIC.replace(
          'name: clicks',
          `name: clicks, annotations: { ${annotation} }`,
        );
        expect(lines(objects(kept), [])).toEqual([]);
      },
    );
  });
});

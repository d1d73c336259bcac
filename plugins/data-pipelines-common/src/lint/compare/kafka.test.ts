import { lines, objects, said } from './__testUtils__/objects';

const KAFKA = `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: { name: analytics }
`;
const spec = (version: string, metadataVersion = '') =>
  `{ kafka: { version: ${version}${
    metadataVersion && `, metadataVersion: ${metadataVersion}`
  } } }`;

describe('kafka', () => {
  it.each([
    [
      'refuses an older metadata version',
      spec('4.3.1', '4.3-IV0'),
      spec('4.3.1', '4.2-IV1'),
      'refused Kafka/analytics spec.kafka.metadataVersion: 4.3-IV0 cannot become 4.2-IV1: Kafka does not write an older format again; Keep 4.3-IV0.',
    ],
    [
      'refuses a version that does not read the metadata',
      spec('4.3.1', '4.3-IV0'),
      spec('4.2.1', '4.3-IV0'),
      'refused Kafka/analytics spec.kafka.version: 4.3.1 cannot become 4.2.1, which does not read the metadata version 4.3-IV0; Keep at least 4.3-IV0.',
    ],
    [
      'warns of an older version',
      spec('4.3.1', '4.2-IV1'),
      spec('4.2.1', '4.2-IV1'),
      'warning Kafka/analytics spec.kafka.version: 4.3.1 becomes 4.2.1: the brokers go back, one after the other; Read the notes of both versions.',
    ],
    [
      'warns of both at once',
      spec('4.2.1', '4.2-IV1'),
      spec('4.3.1', '4.3-IV0'),
      'warning Kafka/analytics spec.kafka.metadataVersion: 4.2.1 becomes 4.3.1 and the metadata version 4.2-IV1 becomes 4.3-IV0 at once: there is no way back; Raise the version first and metadataVersion some days later.',
    ],
    [
      'warns of versions left out',
      spec('4.0.0', '4.0-IV3'),
      spec('4.3.1', '4.0-IV3'),
      'warning Kafka/analytics spec.kafka.version: 4.0.0 becomes 4.3.1 and leaves versions out; Read the notes of those in between, or take one at a time.',
    ],
    [
      'says what a newer version does',
      spec('4.2.1', '4.2-IV1'),
      spec('4.3.1', '4.2-IV1'),
      'info Kafka/analytics spec.kafka.version: 4.2.1 becomes 4.3.1: the brokers restart one after the other; Raise metadataVersion some days later.',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(said(KAFKA, before, after)).toEqual([expected]);
  });

  it('warns of listeners that change or go', () => {
    const listeners = (text: string) => `{ kafka: { listeners: [${text}] } }`;
    expect(
      said(
        KAFKA,
        listeners(
          '{ name: plain, port: 9092, type: internal }, { name: tls, port: 9093, type: internal, tls: true }',
        ),
        listeners(
          '{ name: tls, port: 9093, type: internal, tls: true, authentication: { type: tls } }',
        ),
      ),
    ).toEqual([
      'warning Kafka/analytics spec.kafka.listeners.plain: who uses port 9092 loses the cluster; Move clients to another listener first.',
      'warning Kafka/analytics spec.kafka.listeners.tls: who uses it must connect differently from then on; Add a second listener, move clients to it, then change this one.',
    ]);
  });

  it('names the cluster that goes', () => {
    expect(lines(objects(KAFKA), [])).toEqual([
      'warning Kafka/analytics : the cluster "analytics" is removed with all its topics; only volumes with deleteClaim: false stay; To keep it, set the annotation helm.sh/resource-policy: keep and apply that first.',
    ]);
  });
});

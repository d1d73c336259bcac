import { said } from './__testUtils__/objects';

const CONNECT = `
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata: { name: analytics }
`;

describe('kafkaConnect', () => {
  it('warns where it forgets what it knew', () => {
    expect(
      said(
        CONNECT,
        '{ groupId: a, offsetStorageTopic: a-offsets }',
        '{ groupId: a, offsetStorageTopic: b-offsets }',
      ),
    ).toEqual([
      'warning KafkaConnect/analytics spec.offsetStorageTopic: "a-offsets" becomes "b-offsets": its source connectors start from the beginning; Keep "a-offsets".',
    ]);
  });
});

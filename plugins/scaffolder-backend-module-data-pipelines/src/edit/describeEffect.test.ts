import { describeEffect } from './describeEffect';

const topic = (name: string, partitions: number) => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { name, namespace: 'data' },
  spec: { partitions },
});

describe('describeEffect', () => {
  it('says what is new, what changes and what goes', () => {
    expect(
      describeEffect(
        [topic('a', 1), topic('b', 1), topic('c', 1)],
        [topic('a', 1), topic('b', 2), topic('d', 1)],
      ).lines,
    ).toEqual(
      expect.arrayContaining([
        'new: KafkaTopic d',
        'changes: KafkaTopic b',
        'goes: KafkaTopic c',
      ]),
    );
  });

  it('refuses what cannot be', () => {
    const { refused } = describeEffect([topic('a', 4)], [topic('a', 2)]);
    expect(refused).toEqual([expect.stringMatching(/^KafkaTopic a: /)]);
  });

  it('says that nothing changes', () => {
    const same = [topic('a', 1)];
    expect(describeEffect(same, same)).toEqual({
      lines: ['no object changes'],
      refused: [],
    });
  });

  it('counts the objects of a new environment', () => {
    expect(describeEffect(undefined, [topic('a', 1)]).lines).toEqual([
      '1 new objects',
    ]);
  });
});

import { describeEffect, describeRefusals } from './describeEffect';
import { effectOn } from './effectOn';

const topic = (name: string, partitions: number) => ({
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  metadata: { name, namespace: 'data' },
  spec: { partitions },
});

describe('describeEffect', () => {
  it('says what is new, what changes and what goes', () => {
    const effect = effectOn(
      'dev',
      [topic('a', 1), topic('b', 1), topic('c', 1)],
      [topic('a', 1), topic('b', 2), topic('d', 1)],
    );
    expect(describeEffect(effect).slice(0, 3)).toEqual([
      'new: KafkaTopic d',
      'changes: KafkaTopic b',
      'goes: KafkaTopic c',
    ]);
  });

  it('says that nothing changes', () => {
    const same = [topic('a', 1)];
    const effect = effectOn('dev', same, same);
    expect(describeEffect(effect)).toEqual(['no object changes']);
    expect(describeRefusals(effect)).toEqual([]);
  });

  it('counts the objects of a new environment', () => {
    const effect = effectOn('dev', undefined, [topic('a', 1)]);
    expect(describeEffect(effect)).toEqual(['1 new objects']);
  });
});

describe('describeRefusals', () => {
  it('says what cannot be, with the remedy', () => {
    const effect = effectOn('dev', [topic('a', 4)], [topic('a', 2)]);
    expect(describeRefusals(effect)).toEqual([
      expect.stringMatching(/^KafkaTopic a: .+; .+/),
    ]);
    expect(describeEffect(effect)).toEqual(
      expect.arrayContaining(describeRefusals(effect)),
    );
  });
});

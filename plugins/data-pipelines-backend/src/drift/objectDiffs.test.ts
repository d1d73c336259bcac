import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { objectDiffs } from './objectDiffs';

function topic(name: string, spec: object): RenderedObject {
  return {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'KafkaTopic',
    metadata: { name, namespace: 'kafka' },
    spec,
  };
}

describe('objectDiffs', () => {
  it('has nothing to say of objects that are alike, whatever the order of keys', () => {
    expect(
      objectDiffs(
        [topic('a', { partitions: 3, replicas: 1 })],
        [topic('a', { replicas: 1, partitions: 3 })],
      ),
    ).toEqual([]);
  });

  it('shows what changes, what comes and what goes', () => {
    const diffs = objectDiffs(
      [topic('a', { partitions: 3 }), topic('b', {})],
      [topic('a', { partitions: 6 }), topic('c', {})],
    );
    expect(diffs.map(({ object, state }) => [object.name, state])).toEqual([
      ['a', 'changed'],
      ['b', 'removed'],
      ['c', 'added'],
    ]);
    expect(diffs[0].diff).toContain('-  partitions: 3\n+  partitions: 6\n');
    expect(diffs[0].diff).toMatch(/^@@/);
  });

  it('never shows what is in a Secret', () => {
    const secret = (token: string): RenderedObject => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's' },
      data: { token },
    });
    expect(objectDiffs([secret('b25l')], [secret('dHdv')])).toEqual([
      {
        object: { apiVersion: 'v1', kind: 'Secret', name: 's' },
        state: 'changed',
        diff: '',
      },
    ]);
  });

  it('cuts a diff that nobody would read to its end, at the end of a line', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `line ${index}`);
    const [one] = objectDiffs([], [topic('a', { lines })]);
    expect(one.cut).toBe(true);
    expect(one.diff.length).toBeLessThanOrEqual(20_000);
    expect(one.diff).toMatch(/line \d+\n$/);
  });
});

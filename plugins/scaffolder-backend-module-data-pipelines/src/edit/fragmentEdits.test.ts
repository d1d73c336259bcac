import { fragmentEdits } from './fragmentEdits';

describe('fragmentEdits', () => {
  it('reaches each value by its keys, and takes lists whole', () => {
    expect(
      fragmentEdits('flink: { jobs: { sum: { reads: [a], pod: {} } } }'),
    ).toEqual([
      { path: ['flink', 'jobs', 'sum', 'reads'], value: ['a'] },
      { path: ['flink', 'jobs', 'sum', 'pod'], value: {} },
    ]);
  });

  it.each([
    ['a: [', /^Values: .*; correct the YAML there$/],
    ['- a', /^Values: they are no map/],
    ['only words', /^Values: they are no map/],
    ['# nothing', /^Values: they are no map/],
  ])('refuses %j', (text, sentence) => {
    expect(() => fragmentEdits(text)).toThrow(sentence);
  });
});

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

  it('reads as Helm does: on is true, and a day is a text', () => {
    expect(fragmentEdits('{ debug: on, since: 2026-01-01 }')).toEqual([
      { path: ['debug'], value: true },
      { path: ['since'], value: '2026-01-01' },
    ]);
  });

  it.each([
    ['a: [', /^Values: .*; correct the YAML there$/],
    ['- a', /^Values: it is no map/],
    ['only words', /^Values: it is no map/],
    ['# nothing', /^Values: they say nothing/],
    ['a: 1\n---\nb: 2', /^Values: it holds several documents/],
  ])('refuses %j', (text, sentence) => {
    expect(() => fragmentEdits(text)).toThrow(sentence);
  });
});

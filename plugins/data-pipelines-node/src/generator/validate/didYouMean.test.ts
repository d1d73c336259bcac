import { didYouMean } from './didYouMean';

const KNOWN = ['parallelism', 'maxParallelism', 'jar', 'reads', 'sparkConf'];

describe('didYouMean', () => {
  it.each([
    ['paralellism', 'parallelism'],
    ['Parallelism', 'parallelism'],
    ['max-parallelism', 'maxParallelism'],
    ['spark_conf', 'sparkConf'],
    ['raeds', 'reads'],
    ['jars', 'jar'],
  ])('takes %s for %s', (word, meant) => {
    expect(didYouMean(word, KNOWN)).toBe(meant);
  });

  it.each(['x', 'frobnicate', '', 'a'.repeat(100_000)])(
    'has no idea what %.12s is',
    word => {
      expect(didYouMean(word, KNOWN)).toBeUndefined();
    },
  );
});

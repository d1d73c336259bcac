import { durationOf, inMebibytes, inWords, memoryOf } from './flinkUnits';

describe('durationOf', () => {
  it.each([
    ['1m', 60_000],
    ['10 min', 600_000],
    ['2 hours', 7_200_000],
    ['30s', 30_000],
    ['500 ms', 500],
    ['250', 250],
    ['1 d', 86_400_000],
  ])('reads %s as %d milliseconds', (text, milliseconds) => {
    expect(durationOf(text)).toBe(milliseconds);
  });

  it('knows nothing of what is no duration', () => {
    expect(['soon', '1.5 h', '3 moons', undefined].map(durationOf)).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe('inWords', () => {
  it('takes the largest unit without a remainder', () => {
    expect([90_000, 600_000, 7_200_000, 86_400_000, 250].map(inWords)).toEqual([
      '90 s',
      '10 min',
      '2 h',
      '1 d',
      '250 ms',
    ]);
  });
});

describe('memoryOf', () => {
  it.each([
    ['2048m', 2048],
    ['2g', 2048],
    ['2Gi', 2048],
    ['1536mb', 1536],
    ['1 GB', 1024],
    ['1.5g', 1536],
  ])('reads %s as %d MiB', (text, mebibytes) => {
    expect(memoryOf(text)).toBe(mebibytes * 1024 ** 2);
    expect(inMebibytes(memoryOf(text) ?? 0)).toBe(`${mebibytes} MiB`);
  });

  it('knows nothing of what is no size', () => {
    expect(['', 'much', undefined].map(memoryOf)).toEqual(
      Array(3).fill(undefined),
    );
  });
});

import { bytesOf, shrinks } from './quantity';

describe('bytesOf', () => {
  it.each([
    ['1Gi', 1024 ** 3],
    ['1.5k', 1500],
    ['2Ti', 2 * 1024 ** 4],
    ['500M', 500_000_000],
    [42, 42],
    ['much', undefined],
    [undefined, undefined],
  ])('reads %s', (quantity, bytes) => {
    expect(bytesOf(quantity)).toBe(bytes);
  });
});

describe('shrinks', () => {
  it('compares across units', () => {
    expect(shrinks('1Gi', '1G')).toBe(true);
    expect(shrinks('1G', '1Gi')).toBe(false);
    expect(shrinks('1Gi', '1024Mi')).toBe(false);
    expect(shrinks(undefined, '1Gi')).toBe(false);
  });
});

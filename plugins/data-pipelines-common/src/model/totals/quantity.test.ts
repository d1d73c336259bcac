import { coresOf, engineBytesOf } from './quantity';

const MIB = 1024 ** 2;

describe('coresOf', () => {
  it.each([
    ['500m', 0.5],
    ['2', 2],
    [1.5, 1.5],
    ['2Gi', undefined],
    [undefined, undefined],
  ])('reads %s', (quantity, cores) => {
    expect(coresOf(quantity)).toBe(cores);
  });
});

describe('engineBytesOf', () => {
  it.each([
    ['2048m', 2048 * MIB],
    ['2g', 2048 * MIB],
    ['2GB', 2048 * MIB],
    ['1 t', 1024 ** 4],
    ['1048576b', MIB],
    ['2Gi', 2048 * MIB],
    ['1.5Gi', 1536 * MIB],
    ['much', undefined],
    [undefined, undefined],
  ])('reads %s as Flink and Spark do', (size, bytes) => {
    expect(engineBytesOf(size, 1)).toBe(bytes);
  });

  it('counts a number alone in the unit of its engine', () => {
    expect(engineBytesOf('1024', 1)).toBe(1024);
    expect(engineBytesOf('1024', MIB)).toBe(1024 * MIB);
  });
});

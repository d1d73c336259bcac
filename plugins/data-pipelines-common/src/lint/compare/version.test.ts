import { compareVersions, minorsBetween, numbersOf, tagOf } from './version';

describe('numbersOf', () => {
  it.each([
    ['4.3.1', [4, 3, 1]],
    ['v2_2', [2, 2]],
    ['4.3-IV0', [4, 3]],
    ['latest', []],
  ])('reads %s', (version, numbers) => {
    expect(numbersOf(version)).toEqual(numbers);
  });
});

describe('compareVersions', () => {
  it('orders by numbers, not by text', () => {
    expect(compareVersions('4.10.0', '4.9.0')).toBeGreaterThan(0);
    expect(compareVersions('v1_20', 'v2_0')).toBeLessThan(0);
    expect(compareVersions('4.3', '4.3.0')).toBe(0);
  });

  it('looks at as many parts as it is asked for', () => {
    expect(compareVersions('4.3.1', '4.3-IV0', 2)).toBe(0);
  });
});

describe('minorsBetween', () => {
  it('counts what is left out', () => {
    expect(minorsBetween('4.0.0', '4.3.1')).toBe(2);
    expect(minorsBetween('4.2.0', '4.3.1')).toBe(0);
    expect(minorsBetween('3.9.0', '4.0.0')).toBe(0);
  });
});

describe('tagOf', () => {
  it.each([
    ['apache/kafka:4.3.1', '4.3.1'],
    ['registry:5000/kafka:4.3.1@sha256:ab', '4.3.1'],
    ['registry:5000/kafka', ''],
  ])('reads %s', (image, tag) => {
    expect(tagOf(image)).toBe(tag);
  });
});

import { mergeValues } from './mergeValues';

describe('mergeValues', () => {
  it('merges maps and replaces lists and texts', () => {
    expect(
      mergeValues(
        { a: { b: 1, c: [1, 2] }, d: 'x' },
        { a: { c: [3], e: true }, d: 'y' },
      ),
    ).toEqual({ a: { b: 1, c: [3], e: true }, d: 'y' });
  });

  it('lets a map replace a text and a text a map', () => {
    expect(mergeValues({ a: 'x', b: {} }, { a: { c: 1 }, b: 'y' })).toEqual({
      a: { c: 1 },
      b: 'y',
    });
  });

  it('changes neither of the two', () => {
    const base = { a: { b: 1 } };
    mergeValues(base, { a: { b: 2 } });
    expect(base).toEqual({ a: { b: 1 } });
  });

  it('keeps an entry named __proto__ an entry', () => {
    const merged = mergeValues(
      { topics: JSON.parse('{"__proto__":{"a":1}}') },
      { topics: JSON.parse('{"__proto__":{"b":2}}') },
    );
    expect(JSON.stringify(merged)).toBe(
      '{"topics":{"__proto__":{"a":1,"b":2}}}',
    );
  });
});

import { keepSame } from './keepSame';

describe('keepSame', () => {
  it('gives back the very same object where nothing changed', () => {
    const before = { items: [{ a: 1, b: ['x'] }], total: 1 };
    const after = { items: [{ a: 1, b: ['x'] }], total: 1 };
    expect(keepSame(before, after)).toBe(before);
  });

  it('changes only the way down to what changed', () => {
    const before = {
      items: [{ a: 1 }, { a: 2 }],
      clusters: [{ name: 'east' }],
    };
    const after = { items: [{ a: 1 }, { a: 3 }], clusters: [{ name: 'east' }] };
    const kept = keepSame(before, after);
    expect(kept).toEqual(after);
    expect(kept.items[0]).toBe(before.items[0]);
    expect(kept.clusters).toBe(before.clusters);
  });

  it.each([
    [{ a: 1, b: undefined }, { a: 1 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [[1, 2], [1]],
    [[], {}],
    [null, {}],
    [undefined, [1]],
  ])('takes what is new of %j and %j', (before, after) => {
    const kept = keepSame<unknown>(before, after);
    expect(kept).toStrictEqual(after);
    expect(kept).not.toBe(before);
  });
});

import { entityName } from './entityName';

describe('entityName', () => {
  it('keeps what is valid', () => {
    expect(entityName('shop', 'orders.v1_x')).toBe('shop-orders.v1_x');
  });

  it.each([
    ['shop', 'a:b'],
    ['shop', 'a/b'],
    ['shop', '__a'],
    ['shop', 'x'.repeat(80)],
    ['ß'],
  ])('makes %s %s valid, and tells it from others', (...names) => {
    const name = entityName(...names);
    expect(name).toMatch(/^[A-Za-z0-9]+(?:[-._][A-Za-z0-9]+)*$/);
    expect(name.length).toBeLessThanOrEqual(63);
    expect(name).not.toBe(entityName(...names, 'other'));
  });

  it('never gives two names of a topic one entity', () => {
    expect(entityName('shop', 'a:b')).not.toBe(entityName('shop', 'a/b'));
  });
});

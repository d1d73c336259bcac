import { sentence } from './sentence';

describe('sentence', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['It\n  failed.', 'It failed.'],
    ['{"type":"java.lang.Error","message":"no \\"a\\""}', 'no "a"'],
    ['{"type":"java.lang.Error","message":"no such', 'no such'],
    ['{"a":1}', '{"a":1}'],
  ])('makes of %j %j', (message, kept) => {
    expect(sentence(message)).toBe(kept);
  });

  it('is cut where nobody reads on', () => {
    expect(sentence('x'.repeat(10_000))).toHaveLength(501);
  });
});

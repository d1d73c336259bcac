import { imageEdits } from './imageEdits';

const DIGEST = `sha256:${'a'.repeat(64)}`;

const values = (image: string, before?: object) =>
  Object.fromEntries(
    imageEdits(['image'], image, before as never).map(({ path, value }) => [
      path[1],
      value,
    ]),
  );

describe('imageEdits', () => {
  it.each([
    ['flink:2.1', { repository: 'flink', tag: '2.1' }],
    [
      'registry.example:5000/team/orders:1.4',
      { repository: 'registry.example:5000/team/orders', tag: '1.4' },
    ],
    [`orders@${DIGEST}`, { repository: 'orders', digest: DIGEST }],
    [`orders:1@${DIGEST}`, { repository: 'orders', tag: '1', digest: DIGEST }],
    [' orders:1 ', { repository: 'orders', tag: '1' }],
  ])('reads %s', (image, expected) => {
    expect(values(image)).toEqual(expected);
  });

  it('empties a digest, which would go before the tag', () => {
    expect(values('orders:2', { tag: '1', digest: DIGEST })).toEqual({
      ...{ repository: 'orders', tag: '2', digest: '' },
    });
  });

  it.each([
    'orders',
    'registry.example:5000/orders',
    'a b:1',
    'orders@sha256:1',
    '',
  ])('refuses "%s"', image => {
    expect(() => imageEdits([], image, undefined)).toThrow(
      /^Image: ".*" has no tag and no digest; give one/,
    );
  });
});

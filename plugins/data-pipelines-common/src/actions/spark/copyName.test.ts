import { copyName } from './copyName';

const of = (name: string, action?: string) =>
  copyName(
    {
      name,
      namespace: 'web',
      annotations: action ? { 'headworks.dev/action': action } : {},
    },
    { suffix: 'bbbbbbbbbb' },
  );

it('leaves room for the service of the driver', () => {
  const name = of('a'.repeat(63));
  expect(name).toHaveLength(56);
  expect(name).toMatch(/^a+-bbbbbbbbbb$/);
});

it('grows no second ending', () => {
  expect(of('report-aaaaaaaaaa', 'aaaaaaaaaa1234567890')).toBe(
    'report-bbbbbbbbbb',
  );
});

it('ends its stem as a name may', () => {
  expect(of(`${'a'.repeat(44)}-x`)).toBe(`${'a'.repeat(44)}-bbbbbbbbbb`);
});

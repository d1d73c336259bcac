import { objects } from '../lint/compare/__testUtils__/objects';
import { totalsOf } from './totals';
import { totals } from './totals/__testUtils__/totals';

const MIB = 1024 ** 2;
describe('totalsOf', () => {
  it('is nothing without objects, and of objects without pods', () => {
    expect(totals('')).toEqual([0, 0, 0, 0]);
    expect(
      totals(`
        apiVersion: v1
        kind: ServiceAccount
        metadata: { name: a }`),
    ).toEqual([0, 0, 0, 0]);
  });

  it('does not add up to endless fractions', () => {
    const pod = (name: string) => `
      apiVersion: v1
      kind: Pod
      metadata: { name: ${name} }
      spec: { containers: [{ name: a, resources: { requests: { cpu: 100m, memory: 1Mi } } }] }`;
    expect(
      totalsOf(objects([pod('a'), pod('b'), pod('c')].join('\n---\n'))),
    ).toMatchObject({ cpu: 0.3, memory: 3 * MIB });
  });
});

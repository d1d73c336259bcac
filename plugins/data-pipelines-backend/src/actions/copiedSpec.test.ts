import { copiedSpec } from './copiedSpec';

const source = { cluster: 'c', apiVersion: 'a/v1', kind: 'K', namespace: 'n' };
const step = (field: 'spec' | 'spec.template', without?: string[]) =>
  ({
    do: 'copy',
    source: { ...source, name: 'old' },
    field,
    without,
    into: {
      apiVersion: 'a/v1',
      kind: 'K',
      metadata: { name: 'new', namespace: 'n' },
    },
  } as const);

describe('what a copy is told to be', () => {
  it('is the template of a schedule', () => {
    const spec = { schedule: '@daily', template: { image: 'spark' } };
    expect(copiedSpec(step('spec.template'), { spec })).toEqual({
      image: 'spark',
    });
  });

  it('is the spec without what is left out, and the source stays', () => {
    const spec = { image: 'spark', suspend: true };
    expect(copiedSpec(step('spec', ['suspend']), { spec })).toEqual({
      image: 'spark',
    });
    expect(spec.suspend).toBe(true);
  });

  it('is nothing where the source says nothing', () => {
    expect(copiedSpec(step('spec.template'), {})).toEqual({});
  });
});

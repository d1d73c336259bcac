import { contains } from './contains';

describe('contains', () => {
  const object = { spec: { job: { state: 'suspended', args: ['a'] } } };

  it.each([
    [{}, true],
    [{ spec: { job: { state: 'suspended' } } }, true],
    [{ spec: { job: { state: 'running' } } }, false],
    [{ spec: { job: { args: ['a'] } } }, true],
    [{ spec: { job: { args: ['b'] } } }, false],
    [{ spec: { restartNonce: 1 } }, false],
    [{ spec: { restartNonce: null } }, true],
    [{ spec: { job: null } }, false],
    [{ metadata: { annotations: { a: 'b' } } }, false],
  ])('%j: %s', (patch, expected) => {
    expect(contains(object, patch)).toBe(expected);
  });
});

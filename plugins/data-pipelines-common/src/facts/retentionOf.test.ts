import { retentionOf } from './retentionOf';

describe('retentionOf', () => {
  it.each([
    [{ 'retention.ms': 604_800_000 }, 604_800_000],
    [{ 'retention.ms': '604800000' }, 604_800_000],
    [{ 'retention.ms': -1 }, -1],
    [{ 'retention.ms': 'seven days' }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ])('reads %j as %s', (config, milliseconds) => {
    expect(retentionOf(config)).toBe(milliseconds);
  });
});

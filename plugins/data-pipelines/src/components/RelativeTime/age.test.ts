import { age } from './age';

const NOW = Date.parse('2026-11-24T10:00:00Z');

describe('age', () => {
  it.each([
    ['2026-11-24T10:00:00Z', 'now', 0],
    ['2026-11-24T09:59:30Z', 'seconds', 30],
    ['2026-11-24T09:48:00Z', 'minutes', 12],
    ['2026-11-24T07:00:00Z', 'hours', 3],
    ['2026-11-16T10:00:00Z', 'days', 8],
    ['2026-11-24T10:00:05Z', 'now', 0],
    ['nonsense', 'unknown', 0],
  ])('says of %s: %s, %d', (at, unit, count) => {
    expect(age(at, NOW)).toEqual({ unit, count });
  });
});

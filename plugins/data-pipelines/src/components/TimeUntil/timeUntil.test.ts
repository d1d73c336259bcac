import { timeUntil } from './timeUntil';

const NOW = Date.parse('2026-11-24T10:00:00Z');

describe('timeUntil', () => {
  it.each([
    ['2026-11-24T10:00:30Z', 'seconds', 30],
    ['2026-11-24T10:12:00Z', 'minutes', 12],
    ['2026-11-25T03:00:00Z', 'hours', 17],
    ['2026-11-27T10:00:00Z', 'days', 3],
    ['2026-11-24T09:59:00Z', 'past', 0],
    ['nonsense', 'unknown', 0],
  ])('says of %s: %s, %d', (at, unit, count) => {
    expect(timeUntil(at, NOW)).toEqual({ unit, count });
  });
});

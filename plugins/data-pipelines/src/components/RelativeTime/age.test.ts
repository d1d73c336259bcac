import { age } from './age';

const NOW = Date.parse('2026-11-24T10:00:00Z');

describe('age', () => {
  it.each([
    ['2026-11-24T10:00:00Z', 'just now'],
    ['2026-11-24T09:59:30Z', '30 s ago'],
    ['2026-11-24T09:48:00Z', '12 min ago'],
    ['2026-11-24T07:00:00Z', '3 h ago'],
    ['2026-11-16T10:00:00Z', '8 d ago'],
    ['2026-11-24T10:00:05Z', 'just now'],
    ['nonsense', 'unknown'],
  ])('says of %s: %s', (at, expected) => {
    expect(age(at, NOW)).toBe(expected);
  });
});

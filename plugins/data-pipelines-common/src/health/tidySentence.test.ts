import { tidySentence } from './tidySentence';

describe('tidySentence', () => {
  it.each([
    [
      'x509: expired: current time 2026-11-23T08:59:00Z is after 2026-11-22T10:00:00.123Z',
      'x509: expired: current time 2026-11-23 08:59 UTC is after 2026-11-22 10:00 UTC',
    ],
    [
      'at 2026-11-23T08:59:00.5+01:00 it ended',
      'at 2026-11-23 08:59 UTC+01:00 it ended',
    ],
    ['since 2026-11-23T08:59:00', 'since 2026-11-23 08:59'],
    [
      'pulled registry.example.com/a:2026-11-23',
      'pulled registry.example.com/a:2026-11-23',
    ],
    ['two\n  lines', 'two lines'],
    ['refused: {"code": 403}', 'refused: …'],
  ])('makes of %j %j', (written, read) => {
    expect(tidySentence(written)).toBe(read);
  });
});

import { replayWarning } from './replayWarning';

const NOW = new Date('2026-11-28T12:00:00Z');
const HOUR = 3_600_000;
const startsFrom = {
  kind: 'savepoint',
  path: 's3://state/savepoint-1',
  sentence: 'The savepoint that it stopped with.',
} as const;

const warn = (hoursAgo: number, retentionInHours: number, more = {}) =>
  replayWarning({
    startsFrom,
    takenAt: new Date(NOW.getTime() - hoursAgo * HOUR).toISOString(),
    topics: [
      { name: 'payments', retention: -1 },
      { name: 'clicks', retention: retentionInHours * HOUR },
    ],
    now: NOW,
    ...more,
  });

describe('replayWarning', () => {
  it('says nothing while there is time', () => {
    expect(warn(1, 168)).toBeUndefined();
    expect(warn(143, 168)).toBeUndefined();
    expect(warn(2, 4)).toBeUndefined();
  });

  it('names the topic and the time that is left', () => {
    expect(warn(163, 168)).toEqual({
      isLost: false,
      since: '2026-11-27T17:00:00.000Z',
      sentence:
        'The job stands still, and in 5 h topic clicks begins to forget records that it has not read',
      nextStep:
        'Resume it before, or let topic clicks keep its records longer.',
    });
    expect(warn(3.2, 4)?.sentence).toContain('in 48 min');
  });

  it('says what is lost', () => {
    expect(warn(170, 168)).toMatchObject({
      isLost: true,
      sentence:
        'The job stands still, and topic clicks has begun 2 h ago to forget records that it has not read',
    });
  });

  it.each([
    ['starts from nothing', { startsFrom: { kind: 'nothing', sentence: '' } }],
    ['was stopped at a time that is not known', { takenAt: undefined }],
    ['reads nothing', { topics: [] }],
    ['reads what is not known', { topics: [{ name: 'clicks' }] }],
    ['reads what is kept for ever', { topics: [{ name: 'a', retention: -1 }] }],
  ])('says nothing of a job that %s', (_, more) => {
    expect(warn(1_000, 1, more)).toBeUndefined();
  });
});

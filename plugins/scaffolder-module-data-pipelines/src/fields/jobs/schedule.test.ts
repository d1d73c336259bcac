import { scheduleOf, timeWords } from './schedule';

const now = new Date('2026-11-25T04:00:00Z');

describe('scheduleOf', () => {
  it('says in words when a job runs, and the next five times', () => {
    expect(scheduleOf('0 3 * * *', 'UTC', now)).toEqual({
      words: 'At 03:00, every day',
      next: [26, 27, 28, 29, 30].map(
        day => new Date(`2026-11-${day}T03:00:00Z`),
      ),
    });
  });

  it('counts in the time zone, over the end of summer time as well', () => {
    const { next } = scheduleOf(
      '30 2 * * *',
      'Europe/Berlin',
      new Date('2026-10-23T12:00:00Z'),
    ) as { next: Date[] };
    expect(next.slice(0, 3).map(time => time.toISOString())).toEqual([
      '2026-10-24T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
    expect(next.map(time => timeWords(time, 'Europe/Berlin'))[2]).toBe(
      'Mon, 26 Oct 2026, 02:30',
    );
  });

  it('runs on either day where both kinds of days are given, as cron does', () => {
    const { next } = scheduleOf('0 0 1 * 1', 'UTC', now) as { next: Date[] };
    expect(next.slice(0, 2).map(time => time.toISOString())).toEqual([
      '2026-11-30T00:00:00.000Z',
      '2026-12-01T00:00:00.000Z',
    ]);
  });

  it.each([
    ['0 3 * *', 'Write five fields'],
    ['0 0 3 * * *', 'Write five fields'],
    ['61 3 * * *', 'This is no schedule'],
    ['0 three * * *', 'This is no schedule'],
    ['0 0 31 2 *', 'This never comes'],
  ])('says what is wrong with %s', (cron, sentence) => {
    expect(scheduleOf(cron, 'UTC', now).problem).toContain(sentence);
  });

  it('says that there is no such time zone', () => {
    expect(scheduleOf('0 3 * * *', 'Mars/Olympus', now).problem).toBe(
      'There is no time zone Mars/Olympus; pick one.',
    );
  });
});

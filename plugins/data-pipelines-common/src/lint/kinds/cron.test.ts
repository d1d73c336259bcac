import { hoursOf, shortestGap } from './cron';

describe('shortestGap', () => {
  it.each([
    ['* * * * *', 1],
    ['*/5 * * * *', 5],
    ['0/20 * * * *', 20],
    ['0,10 3 * * *', 10],
    ['50 23,0 * * *', 60],
    ['0 3 * * *', 1440],
    ['0 8-18/2 * * 1-5', 120],
    ['*/7 * * * *', 4],
  ])('of %s is %d minutes', (cron, minutes) => {
    expect(shortestGap(cron)).toBe(minutes);
  });

  it.each(['@daily', '0 3 * *', '61 * * * *', '*/0 * * * *', '', undefined])(
    'knows nothing of %s',
    cron => {
      expect(shortestGap(cron)).toBeUndefined();
    },
  );
});

describe('hoursOf', () => {
  it('lists them in order', () => {
    expect(hoursOf('0 14,2-3 * * *')).toEqual([2, 3, 14]);
  });
});

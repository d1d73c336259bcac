import { mockServices } from '@backstage/backend-test-utils';
import { readHistoryConfig } from './readHistoryConfig';

const DAY = 24 * 60 * 60 * 1000;
const read = (history?: object) =>
  readHistoryConfig(
    mockServices.rootConfig({
      data: history ? { dataPipelines: { history } } : {},
    }),
  );

describe('readHistoryConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      limits: {
        retention: 90 * DAY,
        eventsRetention: 14 * DAY,
        eventsPerObject: 200,
        entriesPerObject: 1000,
      },
      bufferedFacts: 50_000,
    });
  });

  it('takes durations as Backstage has them, and numbers', () => {
    expect(
      read({
        retention: { weeks: 2 },
        eventsRetention: '36h',
        eventsPerObject: 10,
      }).limits,
    ).toMatchObject({
      retention: 14 * DAY,
      eventsRetention: 1.5 * DAY,
      eventsPerObject: 10,
    });
  });

  it.each([
    [{ bufferedFacts: 0 }, 'history.bufferedFacts must be a whole number'],
    [{ retention: { days: 0 } }, 'history.retention must be longer'],
    [{ retention: 'long' }, 'history.retention'],
  ])('refuses %j', (history, sentence) => {
    expect(() => read(history)).toThrow(sentence);
  });
});

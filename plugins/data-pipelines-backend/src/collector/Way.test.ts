import { Way } from './Way';

describe('Way', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('cuts after the second watch that it cut in a minute, for ten minutes', () => {
    const way = new Way();
    way.wasCut();
    expect(way.cuts).toBe(false);
    jest.advanceTimersByTime(61_000);
    way.wasCut();
    expect(way.cuts).toBe(false);
    jest.advanceTimersByTime(5_000);
    way.wasCut();
    expect(way.cuts).toBe(true);
    jest.advanceTimersByTime(10 * 60_000);
    expect(way.cuts).toBe(false);
  });
});
